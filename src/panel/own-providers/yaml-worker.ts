import { readYaml } from "./read-yaml.ts";

/*
 * Reads one YAML text beside the page: one of a megabyte takes a second, and what it takes is in its writer's hand.
 */

addEventListener("message", ({ data }: MessageEvent<string>) => postMessage(readYaml(data)));
