import type { Ref } from "preact";
import type { SeenValues } from "../timeline/filter/complete.ts";
import type { Filter } from "../timeline/filter.ts";
import { FilterField } from "./filter/filter-field.tsx";
import { formatCount, formatPlural } from "./format-amount.ts";
import { Icon } from "./icon.tsx";
import { text } from "./text/text.ts";
import "./toolbar.css";

type Props = {
  readonly recording: boolean;
  readonly filterShown: boolean;
  readonly filter: Filter;
  readonly seenValues: () => SeenValues;
  readonly preserveLog: boolean;
  readonly errorsOnly: boolean;
  readonly limitsShown: boolean;
  /** Rows that pass the filter, and all there are. */
  readonly shown: number;
  readonly total: number;
  readonly errors: number;
  readonly filterInput: Ref<HTMLInputElement>;
  readonly onToggleRecording: () => void;
  readonly onClear: () => void;
  readonly onToggleFilter: () => void;
  readonly onFilter: (text: string) => void;
  readonly onPreserveLog: (preserve: boolean) => void;
  readonly onErrorsOnly: (only: boolean) => void;
  readonly onToggleLimits: () => void;
};

/** The bar above the timeline, in the order of Chrome's Network tab. */
export function Toolbar(props: Props) {
  const record = text(props.recording ? "toolbarPause" : "toolbarRecord");
  const filter = text(props.filterShown ? "toolbarHideFilter" : "toolbarShowFilter");
  return (
    <div class="toolbar" role="toolbar" aria-label={text("toolbarName")}>
      <button
        type="button"
        class={props.recording ? "icon-button recording" : "icon-button"}
        aria-label={record}
        title={`${record} (Ctrl+E)`}
        onClick={props.onToggleRecording}
      >
        <Icon name={props.recording ? "recording" : "record"} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={text("toolbarClear")}
        title={`${text("toolbarClear")} (Ctrl+L)`}
        onClick={props.onClear}
      >
        <Icon name="clear" />
      </button>
      <span class="toolbar-divider" />
      <button
        type="button"
        class="icon-button"
        aria-label={text("filterName")}
        title={filter}
        aria-pressed={props.filterShown}
        onClick={props.onToggleFilter}
      >
        <Icon name="filter" />
      </button>
      {props.filterShown && (
        <FilterField
          filter={props.filter}
          input={props.filterInput}
          seenValues={props.seenValues}
          onFilter={props.onFilter}
        />
      )}
      <label class="check" title={text("toolbarPreserveLogHint")}>
        <input
          type="checkbox"
          checked={props.preserveLog}
          onChange={(event) => props.onPreserveLog(event.currentTarget.checked)}
        />
        {text("toolbarPreserveLog")}
      </label>
      <label class="check" title={text("toolbarErrorsOnlyHint")}>
        <input
          type="checkbox"
          checked={props.errorsOnly}
          onChange={(event) => props.onErrorsOnly(event.currentTarget.checked)}
        />
        {text("toolbarErrorsOnly")}
      </label>
      <button
        type="button"
        class="toolbar-toggle"
        title={text(props.limitsShown ? "toolbarHideLimits" : "toolbarShowLimits")}
        aria-pressed={props.limitsShown}
        onClick={props.onToggleLimits}
      >
        {text("toolbarLimits")}
      </button>
      <span class="toolbar-counts">
        <span class="quiet" title={text("toolbarCountHint")}>
          {text("toolbarCount", formatCount(props.shown), formatCount(props.total))}
        </span>
        {props.errors > 0 && (
          <span class="toolbar-errors">
            <Icon name="warning" /> {formatPlural(props.errors, "error")}
          </span>
        )}
      </span>
    </div>
  );
}
