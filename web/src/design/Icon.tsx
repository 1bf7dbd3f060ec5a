// The desk's own icons, drawn on a grid of 16. Those that point along the line of reading are mirrored in Arabic.

const shapes = {
  inbox: 'M2.5 9.5 4 3h8l1.5 6.5V13h-11zM2.5 9.5H6l1 1.5h2l1-1.5h3.5',
  review: 'M3 2.5h7l3 3v8H3zM5.5 7.5h5M5.5 10h5M5.5 5h2.5',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  map: 'M2 4.2 6 2.5l4 1.7 4-1.7v9.3l-4 1.7-4-1.7-4 1.7zM6 2.5v9.3M10 4.2v9.3',
  month: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  registers: 'M3 2.5h8.5a1.5 1.5 0 0 1 1.5 1.5v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12a1.5 1.5 0 0 1 1.5-1.5H13M6 5.5h4',
  tallies: 'M3 13V3M6 13V3M9 13V3M12 13V3M1.5 10.5l13-5',
  desk: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.6v.4',
  next: 'M6 3.5 10.5 8 6 12.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  external: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  download: 'M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10',
  upload: 'M8 11V3.5M4.5 6.5 8 3l3.5 3.5M3 13.5h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  undo: 'M3 6.5h7a3 3 0 0 1 0 6H6M5.5 3.5l-3 3 3 3',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  user: 'M8 2.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM3 13.5c.4-2.7 2.3-4 5-4s4.6 1.3 5 4',
  feed: 'M3 8.5A4.5 4.5 0 0 1 7.5 13M3 3.5A9.5 9.5 0 0 1 12.5 13M3.8 11.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  columns: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9',
  star: 'M8 2.5l1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5l3.8-.5z',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7h.5M6.5 7H7M9 7h.5M11.5 7h.5M5 9.3h6',
  question: 'M6 6a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.3v.3M8 11.5v.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5 12 8l-7 4.5z',
} as const;

export type IconName = keyof typeof shapes;
const mirrored: ReadonlySet<IconName> = new Set(['next', 'back', 'external', 'undo', 'list', 'review']);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={mirrored.has(name) ? 'icon icon-mirrored' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
