import type { Ref } from "preact";
import type { SeenValues } from "../../timeline/filter/complete.ts";
import type { Filter } from "../../timeline/filter.ts";
import { FilterField } from "../filter/filter-field.tsx";
import { formatCount } from "../words/format-amount.ts";
import { Icon, type IconName } from "../controls/icon.tsx";
import type { MenuItem, MenuRequest } from "../menu/menu-items.ts";
import { type ToolbarOption, ToolbarOptions } from "./toolbar-options.tsx";
import { moveInToolbar } from "../focus/toolbar-keys.ts";
import "./toolbar.css";
import { panelWords } from "../words/english/panel.ts";

type Props = {
  /** False for a finished recording out of a file: what starts, stops or keeps a recording is then left out. */
  readonly isLive: boolean;
  readonly recording: boolean;
  readonly filterShown: boolean;
  readonly searchShown: boolean;
  readonly filter: Filter;
  readonly seenValues: () => SeenValues;
  readonly preserveLog: boolean;
  readonly errorsOnly: boolean;
  readonly allSuccesses: boolean;
  readonly groupRepeats: boolean;
  readonly limitsShown: boolean;
  /** Rows that pass the filter, and all there are. */
  readonly shown: number;
  readonly total: number;
  readonly errors: number;
  readonly filterInput: Ref<HTMLInputElement>;
  readonly onToggleRecording: () => void;
  readonly onClear: () => void;
  readonly onToggleFilter: () => void;
  readonly onToggleSearch: () => void;
  readonly onFilter: (text: string) => void;
  readonly onPreserveLog: (preserve: boolean) => void;
  readonly onErrorsOnly: (only: boolean) => void;
  readonly onAllSuccesses: (all: boolean) => void;
  readonly onGroupRepeats: (group: boolean) => void;
  readonly onToggleLimits: () => void;
  /** A recording out of a file is to be shown. */
  readonly onImport: () => void;
  /** The calls are to be saved as a file. */
  readonly onSaveHar: () => void;
  readonly onSettings: () => void;
  readonly onHelp: () => void;
  readonly onMore: (items: readonly MenuItem[], at: MenuRequest["at"]) => void;
};

/** The bar above the timeline, in the order of Chrome's Network tab. */
export function Toolbar(props: Props) {
  const isFiltering = props.filter.text.trim() !== "";
  const record = props.recording ? panelWords.toolbarPause : panelWords.toolbarRecord;
  return (
    <div class="toolbar" role="toolbar" aria-label={panelWords.toolbarName} onKeyDown={moveInToolbar}>
      {props.isLive && (
        <IconButton
          name={record}
          hint={`${record} (Ctrl+E)`}
          icon={props.recording ? "recording" : "record"}
          extraClass={props.recording ? "recording" : ""}
          onClick={props.onToggleRecording}
        />
      )}
      <IconButton
        name={panelWords.toolbarClear}
        hint={`${panelWords.toolbarClear} (Ctrl+L)`}
        icon="clear"
        onClick={props.onClear}
      />
      <span class="toolbar-divider" />
      <IconButton
        name={panelWords.filterName}
        hint={
          props.filterShown
            ? panelWords.toolbarHideFilter
            : isFiltering
              ? panelWords.toolbarFilterActive
              : panelWords.toolbarShowFilter
        }
        extraClass={isFiltering && !props.filterShown ? "toolbar-in-force" : ""}
        icon="filter"
        isPressed={props.filterShown}
        onClick={props.onToggleFilter}
      />
      <IconButton
        name={panelWords.toolbarSearch}
        hint={`${panelWords.toolbarSearch} (Ctrl+F)`}
        icon="search"
        isPressed={props.searchShown}
        onClick={props.onToggleSearch}
      />
      {props.filterShown && (
        <FilterField
          filter={props.filter}
          input={props.filterInput}
          seenValues={props.seenValues}
          onFilter={props.onFilter}
        />
      )}
      <ToolbarOptions options={optionsOf(props)} commands={commandsOf(props)} onMore={props.onMore} />
      <IconButton name={panelWords.toolbarSettings} icon="settings" onClick={props.onSettings} />
      <IconButton
        name={panelWords.toolbarHelp}
        hint={`${panelWords.toolbarHelp} (?)`}
        icon="question"
        onClick={props.onHelp}
      />
      <span class="toolbar-counts">
        <span class="quiet" title={panelWords.toolbarCountHint}>
          {panelWords.toolbarCount(formatCount(props.shown), formatCount(props.total))}
        </span>
        {props.errors > 0 && (
          <span class="toolbar-errors">
            <Icon name="warning" /> {panelWords.toolbarErrors(props.errors)}
          </span>
        )}
      </span>
    </div>
  );
}

function optionsOf(props: Props): readonly ToolbarOption[] {
  const preserveLog: ToolbarOption = {
    name: "preserve-log",
    kind: "check",
    label: panelWords.toolbarPreserveLog,
    hint: panelWords.toolbarPreserveLogHint,
    isOn: props.preserveLog,
    onChange: props.onPreserveLog,
  };
  return [
    ...(props.isLive ? [preserveLog] : []),
    {
      name: "errors-only",
      kind: "check",
      label: panelWords.toolbarErrorsOnly,
      hint: panelWords.toolbarErrorsOnlyHint,
      isOn: props.errorsOnly,
      onChange: props.onErrorsOnly,
    },
    {
      name: "all-successes",
      kind: "check",
      label: panelWords.toolbarAllSuccesses,
      hint: panelWords.toolbarAllSuccessesHint,
      isOn: props.allSuccesses,
      onChange: props.onAllSuccesses,
    },
    {
      name: "group-repeats",
      kind: "check",
      label: panelWords.toolbarGroup,
      hint: panelWords.toolbarGroupHint,
      isOn: props.groupRepeats,
      onChange: props.onGroupRepeats,
    },
    {
      name: "limits",
      kind: "toggle",
      label: panelWords.toolbarLimits,
      hint: props.limitsShown ? panelWords.toolbarHideLimits : panelWords.toolbarShowLimits,
      isOn: props.limitsShown,
      onChange: props.onToggleLimits,
    },
  ];
}

/** In the viewer its own bar opens another recording. */
function commandsOf({ isLive, onImport, onSaveHar }: Props): readonly MenuItem[] {
  const open: MenuItem = { kind: "action", label: panelWords.viewerOpen, keys: "Ctrl+O", run: onImport };
  const save: MenuItem = { kind: "action", label: panelWords.toolbarSaveHar, run: onSaveHar };
  return isLive ? [open, save] : [save];
}

type IconButtonProps = {
  readonly name: string;
  readonly hint?: string;
  readonly icon: IconName;
  readonly isPressed?: boolean;
  readonly extraClass?: string;
  readonly onClick: () => void;
};

function IconButton({ name, hint, icon, isPressed, extraClass = "", onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${extraClass}`}
      aria-label={name}
      title={hint ?? name}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
