import type { Feed } from "../../exchange/feed.ts";
import type { PanelPorts } from "../shell/ports.ts";

/** What the settings need from outside. On the options page nothing is recorded, so there is no feed. */
export type SettingsPorts = Pick<
  PanelPorts,
  "settings" | "providers" | "subscribeProviders" | "shippedProviders" | "ownProviders" | "now" | "version"
> & { readonly feed?: Feed };
