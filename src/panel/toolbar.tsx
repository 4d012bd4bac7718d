import type { Ref } from "preact";
import { formatCount, formatPlural } from "./format-amount.ts";
import { Icon } from "./icon.tsx";
import { text } from "./text/text.ts";
import "./toolbar.css";

type Props = {
  readonly recording: boolean;
  readonly filterShown: boolean;
  readonly filterText: string;
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
      {props.filterShown && <FilterBox {...props} />}
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

function FilterBox({ filterText, filterInput, onFilter }: Props) {
  return (
    <span class="filter-box">
      <input
        class="filter-input"
        type="text"
        aria-label={text("filterName")}
        placeholder={text("filterName")}
        spellcheck={false}
        autocomplete="off"
        value={filterText}
        ref={filterInput}
        onInput={(event) => onFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || filterText === "") return;
          // Chrome forwards an Esc that reaches the document and opens its drawer.
          event.stopPropagation();
          event.preventDefault();
          onFilter("");
        }}
      />
      {filterText !== "" && (
        <button type="button" class="icon-button" aria-label={text("filterClear")} onClick={() => onFilter("")}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
