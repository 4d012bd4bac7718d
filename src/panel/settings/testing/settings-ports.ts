import { GENERIC_PROVIDER } from "../../../catalogue/generic-provider.ts";
import { memoryOwnProviders } from "../../../settings/memory-own-providers.ts";
import { memorySettings } from "../../../settings/memory-settings.ts";
import { EXAMPLE } from "../../testing/panel.tsx";
import type { SettingsPorts } from "../settings-ports.ts";

/** Ports of the settings over memory: the example API, nothing recorded. */
export function settingsPorts(members: Partial<SettingsPorts> = {}): SettingsPorts {
  const providers = [...EXAMPLE.providers, GENERIC_PROVIDER];
  const settings = members.settings ?? memorySettings();
  return {
    settings,
    providers: () => ({ providers, mappings: settings.current().mappings }),
    subscribeProviders: () => () => undefined,
    shippedProviders: () => providers,
    ownProviders: memoryOwnProviders(),
    now: () => 0,
    version: "0.0.0-test",
    ...members,
  };
}

/** Lets the effects of what was done run and the page be drawn. */
export async function drawnAnew(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1)
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
}

/** Writes into a field as a user does: the text, then leaving it. */
export function write(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error("not a field");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
