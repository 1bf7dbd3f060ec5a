import { describe, expect, it } from 'vitest';
import { codePointStarts, foremost, marksOf, paragraphs, pieces, titlePieces, type Mark } from '../src/report/spans';

const mark = (start: number, end: number, field: Mark['field'] = 'evidence', own = true): Mark => ({ field, start, end, value: '', own });
const texts = (list: readonly { text: string }[]) => list.map((one) => one.text);

describe('evidence in a text', () => {
  it('counts code points, so that a sign beyond the first plane is one and not two', () => {
    const text = '🔴 Two killed in 𐎀';

    const cut = pieces(text, codePointStarts(text), 0, [...text].length, [mark(2, 12)]);

    expect(texts(cut)).toEqual(['🔴 ', 'Two killed', ' in 𐎀']);
  });

  it('counts Arabic diacritics and a lam-alef as the letters they are written with', () => {
    const text = 'قُتِلَ شُرطيّان في البصيرة';
    const [start, end] = [text.indexOf('البصيرة'), text.length];

    const cut = pieces(text, codePointStarts(text), 0, text.length, [mark(start, end, 'place')]);

    expect(cut.find((one) => one.marks.length > 0)?.text).toBe('البصيرة');
  });

  it('cuts overlapping spans into a row that says the whole text again', () => {
    const text = 'Gunmen killed two guards in al-Bahra on Thursday.';
    const marks = [mark(0, 49), mark(14, 24, 'target'), mark(14, 17, 'killed'), mark(28, 36, 'place'), mark(20, 39, 'date')];

    const cut = pieces(text, codePointStarts(text), 0, 49, marks);

    expect(texts(cut).join('')).toBe(text);
    expect(cut.find((one) => one.text === 'two')?.marks.map((one) => one.field)).toEqual(['evidence', 'target', 'killed']);
  });

  it('clips a span that reaches over a paragraph, and leaves out one that is empty', () => {
    const text = 'First line.\nSecond line.';

    const found = paragraphs(text, 0, [mark(6, 18), mark(3, 3, 'place')]);

    expect(found.map((one) => texts(one.pieces))).toEqual([['First ', 'line.'], ['Second', ' line.']]);
    expect(found[1]?.start).toBe(12);
  });

  it('drops empty lines, whatever ends them', () => {
    expect(paragraphs('a\r\n\r\n\nb', 0, []).map((one) => one.pieces[0]?.text.trim())).toEqual(['a', 'b']);
  });

  it('keeps the title out of the text, and the line feed out of both', () => {
    const text = 'Attack in Tadmur\nTwo were killed.';

    expect(texts(titlePieces(text, 17, [mark(10, 16, 'place')]))).toEqual(['Attack in ', 'Tadmur']);
    expect(texts(paragraphs(text, 17, [])[0]?.pieces ?? [])).toEqual(['Two were killed.']);
  });

  it('holds for every cut of a random text', () => {
    const letters = [...'a🔴بُ\n𐎀 '];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; ++round) {
      const points = Array.from({ length: next(40) }, () => letters[next(letters.length)] as string);
      const text = points.join('');
      const marks = Array.from({ length: next(6) }, () => mark(next(45), next(45), 'place'));

      const cut = pieces(text, codePointStarts(text), 0, points.length, marks);

      expect(texts(cut).join('')).toBe(text);
      for (const one of marks.filter((each) => each.start < each.end)) {
        expect(cut.filter((piece) => piece.marks.includes(one)).map((piece) => piece.text).join('')).toBe(points.slice(one.start, one.end).join(''));
      }
    }
  });
});

describe('which mark stands out', () => {
  const piece = { text: 'two', marks: [mark(0, 50), mark(10, 20, 'target'), mark(14, 17, 'killed')] };

  it('is the innermost field', () => expect(foremost(piece, null)?.field).toBe('killed'));
  it('is the field in hand, where it covers the words', () => expect(foremost(piece, 'target')?.field).toBe('target'));
  it('is another incident’s only where no own mark is', () => {
    expect(foremost({ text: 'x', marks: [mark(0, 9, 'evidence', false)] }, null)?.own).toBe(false);
  });
  it('belongs to the incident on screen', () => {
    const accounts = [{ incident: 'I1', spans: [{ field: 'place' as const, start: 0, end: 2, value: '' }] }, { incident: 'I2', spans: [{ field: 'place' as const, start: 3, end: 4, value: '' }] }];
    expect(marksOf(accounts, 'I2').map((one) => one.own)).toEqual([false, true]);
    expect(marksOf(accounts, null).every((one) => one.own)).toBe(true);
  });
});
