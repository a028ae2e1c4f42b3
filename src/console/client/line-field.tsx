/** A labelled line of text in a dialog. Its content is chosen at first, so that typing replaces it. */

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function LineField({ label, value, change }: LineFieldProps) {
  return (
    <label class="field">
      {label}
      <input
        value={value}
        maxLength={40}
        required
        autofocus
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </label>
  );
}
