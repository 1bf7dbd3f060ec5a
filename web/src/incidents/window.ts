// Which rows of a long list stand in view: the rest is only height.

export interface Window {
  first: number;
  /** One past the last. */
  end: number;
  /** Pixels above and below the drawn rows. */
  above: number;
  below: number;
}

const rows_beyond = 8;

export function windowOf(count: number, row_px: number, scrolled_px: number, view_px: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled_px / row_px)) - rows_beyond);
  const end = Math.min(count, Math.ceil((scrolled_px + view_px) / row_px) + rows_beyond);
  return { first, end: Math.max(first, end), above: first * row_px, below: Math.max(0, count - Math.max(first, end)) * row_px };
}
