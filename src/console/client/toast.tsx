/** One short line that comes and goes. Its place is always on the page, so that screen readers hear what enters. */

import { signal } from '@preact/signals';

const shownMilliseconds = 5_000;
const text = signal('');
let ending: ReturnType<typeof setTimeout> | undefined;

export function showToast(sentence: string): void {
  clearTimeout(ending);
  text.value = sentence;
  ending = setTimeout(() => (text.value = ''), shownMilliseconds);
}

export function Toast() {
  return (
    <div class="toast" role="status">
      {text.value !== '' && <p>{text.value}</p>}
    </div>
  );
}
