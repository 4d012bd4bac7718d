/** Keys without a character, as WebDriver spells them (WebDriver section 17.4.2). */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE006",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  F10: "\uE03A",
};

/** "Control+c" as a WebDriver action sequence: all keys down in order, then up in reverse. */
export function keyActions(chord: string): unknown {
  const keys = chord.split("+").map((key) => KEYS[key] ?? key);
  const down = keys.map((value) => ({ type: "keyDown", value }));
  const up = keys.toReversed().map((value) => ({ type: "keyUp", value }));
  return { actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }] };
}

/** The mouse's main button held from the middle of an element to so many pixels from there, as a WebDriver action sequence. */
export function dragActions(element: unknown, by: { readonly x: number; readonly y: number }): unknown {
  const part = (share: number) => ({
    type: "pointerMove",
    duration: 20,
    origin: "pointer",
    x: Math.round(by.x * share),
    y: Math.round(by.y * share),
  });
  const actions = [
    { type: "pointerMove", origin: element, x: 0, y: 0 },
    { type: "pointerDown", button: 0 },
    part(0.5),
    part(0.5),
    { type: "pointerUp", button: 0 },
  ];
  return { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] };
}
