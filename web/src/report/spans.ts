// Evidence in a text: spans count Unicode code points, the browser's strings count UTF-16 units. Here one becomes the other,
// and overlapping spans become a row of pieces to draw.
import type { MarkedSpan } from '../api/contract';

export type FieldOfSpan = MarkedSpan['field'];

export interface Mark {
  field: FieldOfSpan;
  /** Half-open, in code points of the whole document. */
  start: number;
  end: number;
  value: string;
  /** Of the incident on screen, or of another one that the same report tells. */
  own: boolean;
}

export interface Piece {
  text: string;
  /** All marks that cover the piece, the outermost first. */
  marks: readonly Mark[];
}

export interface Paragraph {
  /** Code point of its first character in the document. */
  start: number;
  pieces: readonly Piece[];
}

/** The UTF-16 index of every code point, and one past the last. */
export function codePointStarts(text: string): Uint32Array {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return Uint32Array.from(starts);
}

/** Cuts the code points [from, until) of a document at every border of a mark. Marks that reach outside are clipped. */
export function pieces(document: string, starts: Uint32Array, from: number, until: number, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter((mark) => mark.start < until && mark.end > from && mark.start < mark.end);
  const borders = new Set([from, until]);
  for (const mark of inside) {
    borders.add(Math.max(from, mark.start));
    borders.add(Math.min(until, mark.end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] as number;
    const covering = inside.filter((mark) => mark.start <= start && mark.end >= end);
    covering.sort((a, b) => (b.end - b.start) - (a.end - a.start) || Number(a.own) - Number(b.own));
    return { text: document.slice(starts[start], starts[end]), marks: covering };
  });
}

/** Paragraphs of [from, end of document): lines with something on them. */
export function paragraphs(document: string, from: number, marks: readonly Mark[]): Paragraph[] {
  const starts = codePointStarts(document);
  const last = starts.length - 1;
  const found: Paragraph[] = [];
  let begin = Math.min(from, last);
  for (let at = begin; at <= last; ++at) {
    const ends = at === last || document.charCodeAt(starts[at] as number) === 10;
    if (!ends) continue;
    if (document.slice(starts[begin], starts[at]).trim() !== '') {
      found.push({ start: begin, pieces: pieces(document, starts, begin, at, marks) });
    }
    begin = at + 1;
  }
  return found;
}

/** The title: [0, text_start) without the line feed that ends it. */
export function titlePieces(document: string, textStart: number, marks: readonly Mark[]): Piece[] {
  if (textStart === 0) return [];
  return pieces(document, codePointStarts(document), 0, textStart - 1, marks);
}

/** The innermost mark of a piece that names a field rather than the whole sentence; the sentence where there is no other. */
export function foremost(piece: Piece, active: FieldOfSpan | null): Mark | null {
  const own = piece.marks.filter((mark) => mark.own);
  const asked = own.find((mark) => mark.field === active);
  if (asked) return asked;
  const fields = own.filter((mark) => mark.field !== 'evidence');
  return fields.at(-1) ?? own.at(-1) ?? piece.marks.at(-1) ?? null;
}

/** Marks of a report for the incident on screen; what belongs to others stays visible, but pale. */
export function marksOf(accounts: readonly { incident: string; spans: readonly MarkedSpan[] }[], incident: string | null): Mark[] {
  return accounts.flatMap((account) =>
    account.spans.map((span) => ({ field: span.field, start: span.start, end: span.end, value: span.value, own: incident === null || account.incident === incident })));
}
