import { useRef } from "preact/hooks";

type Props = {
  readonly title: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
};

/** A push button that lets the user choose a file. */
export function FileButton({ title, accept, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="settings-file"
        type="file"
        accept={accept}
        hidden
        aria-label={title}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Choosing the same file again must be heard of, too.
          event.currentTarget.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {title}
      </button>
    </>
  );
}
