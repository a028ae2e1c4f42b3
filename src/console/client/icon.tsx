/** Our few drawings. They decorate: what they stand for is said in words beside them or in a label. */

const drawings = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  pencil: 'M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19z',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.8a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.9M12 16.9v.1',
  chats: 'M4 6h16v11H10l-4 3v-3H4z',
  people: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20a7.5 7.5 0 0 1 15 0',
  clock: 'M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.1',
  voice: 'M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 1 0-7 0v5A3.5 3.5 0 0 0 12 15M5.5 12a6.5 6.5 0 0 0 13 0M12 18.5V21',
  video: 'M3.5 7h11v10h-11zM14.5 11l6-3v8l-6-3z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  sound: 'M7 10.5a2.5 2.5 0 0 1 0 3M10 8a6 6 0 0 1 0 8M13 5.5a9.5 9.5 0 0 1 0 13',
  play: 'M9 6.5l9 5.5-9 5.5z',
  sunrise: 'M4 18h16M6.5 18a5.5 5.5 0 0 1 11 0M12 6v3M5 10.5l1.7 1.7M19 10.5l-1.7 1.7',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
