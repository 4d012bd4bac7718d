import { settingsWords } from "../words/english/settings.ts";

/** Tabs of DevTools before Faultline's, by their names in both browsers. */
const TABS = ["Elements", "Console", "Network"] as const;

/** Where the panel is: a browser window with DevTools open below the page, and Faultline's tab chosen in it. */
export function DevtoolsPicture() {
  return (
    <svg class="where-picture" viewBox="0 0 480 260" role="img" aria-label={settingsWords.whereAlt}>
      <rect class="where-window" x="1" y="1" width="478" height="258" rx="8" />
      <path class="where-bar" d="M1 28h478" />
      <circle class="where-dot" cx="16" cy="15" r="4" />
      <circle class="where-dot" cx="30" cy="15" r="4" />
      <circle class="where-dot" cx="44" cy="15" r="4" />
      <rect class="where-line" x="64" y="9" width="300" height="12" rx="6" />
      <rect class="where-line" x="24" y="46" width="180" height="12" rx="3" />
      <rect class="where-line" x="24" y="68" width="320" height="8" rx="3" />
      <rect class="where-line" x="24" y="84" width="280" height="8" rx="3" />
      <rect class="where-tools" x="1" y="112" width="478" height="26" />
      {TABS.map((name, index) => (
        <text class="where-tab" x={44 + index * 84} y="129" key={name}>
          {name}
        </text>
      ))}
      <rect class="where-ours" x="286" y="113" width="88" height="24" />
      <path class="where-mark" d="M286 137h88" />
      <text class="where-tab where-tab-ours" x="330" y="129">
        Faultline
      </text>
      <path class="where-bar" d="M1 138h478" />
      {[0, 1, 2, 3].map((row) => (
        <g key={row} transform={`translate(0 ${156 + row * 24})`}>
          <circle class={row === 2 ? "where-good" : "where-bad"} cx="24" cy="5" r="5" />
          <rect class="where-line" x="40" y="1" width={[150, 120, 170, 140][row]} height="8" rx="3" />
          <rect class="where-line" x="226" y="1" width={[90, 130, 60, 110][row]} height="8" rx="3" />
          <rect class="where-chip" x="384" y="-3" width="76" height="16" rx="8" />
        </g>
      ))}
    </svg>
  );
}
