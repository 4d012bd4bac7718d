import * as v from "valibot";
import { readHostPattern } from "./host-pattern.ts";

/** A text that `readHostPattern` reads; its sentence is the message where it does not. */
export const hostPattern = v.pipe(
  v.string(),
  v.maxLength(300),
  v.rawCheck(({ dataset, addIssue }) => {
    const read = dataset.typed ? readHostPattern(dataset.value) : undefined;
    if (read?.ok === false) addIssue({ message: read.problem });
  }),
);
