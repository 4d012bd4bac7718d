import { checkDocuments } from "../catalogue/check-documents.ts";
import type { Provider, Providers } from "../catalogue/provider.ts";
import { withDocuments } from "../catalogue/with-documents.ts";
import type { CliIo } from "./io.ts";

/**
 * The providers in force with the user's documents from these folders: whole ones, packs, and such that extend a built-in
 * one. Mistakes and hints are told of as `path:line:column`, as compilers do; undefined where a mistake keeps a document
 * from being used, or a folder cannot be read.
 */
export async function readOwnProviders(folders: readonly string[], io: CliIo): Promise<Providers | undefined> {
  const own = new Map<string, { readonly provider: Provider; readonly path: string }>();
  let isGood = true;
  for (const folder of folders) {
    const files = await readFolder(folder, io);
    isGood &&= files !== undefined;
    for (const { path, text } of files ?? []) {
      const { providers, messages } = checkDocuments(text, io.providers.providers);
      for (const { severity, position, text: message, path: pointer } of messages) {
        const where = `${path}:${position.line}:${position.column}`;
        io.complain(`${where}: ${severity}: ${pointer === "" ? "" : `${pointer}: `}${message}`);
        isGood &&= severity !== "error";
      }
      for (const provider of providers) {
        const known = own.get(provider.id);
        if (known !== undefined) {
          io.complain(`${path}: error: the id "${provider.id}" stands in ${known.path}, too.`);
          isGood = false;
        } else own.set(provider.id, { provider, path });
      }
    }
  }
  if (!isGood) return undefined;
  const documents = [...own.values()].map(({ provider }) => provider);
  return { ...io.providers, providers: withDocuments(io.providers.providers, documents) };
}

async function readFolder(folder: string, io: CliIo): Promise<Awaited<ReturnType<CliIo["readFolder"]>> | undefined> {
  try {
    const files = await io.readFolder(folder);
    if (files.length > 0) return files;
    io.complain(`faultline: --providers ${folder}: there is no .json file in it.`);
  } catch (error) {
    io.complain(`faultline: --providers ${folder}: ${error instanceof Error ? error.message : "it cannot be read"}`);
  }
  return undefined;
}
