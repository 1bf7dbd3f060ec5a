// Sentences that the program itself writes into the record, in English: read out in the person's language. What people wrote stays as they wrote it.
import { t, type Word } from './words';

const sentences: readonly [RegExp, Word, readonly string[]][] = [
  [/^told only by sources that the desk holds to be unreliable \(E\)$/, 'said.unreliable_only', []],
  [/^only the perpetrator itself says so$/, 'said.claim_alone', []],
  [/^(\d+) sources that do not quote each other$/, 'said.independent', ['count']],
  [/^claimed by the perpetrator and reported by a source that does not quote it$/, 'said.claimed_and_reported', []],
  [/^admitted by the side that suffered it$/, 'said.admitted', []],
  [/^one source, which names who says so$/, 'said.one_named', []],
  [/^one source, which does not name who says so$/, 'said.one_unnamed', []],
  [/^the accused side denies it$/, 'said.accused_denies', []],
  [/^(.+) denies it$/, 'said.denies', ['who']],
  [/^independent sources name different perpetrators: (.+) and (.+)$/, 'said.different_perpetrators', ['one', 'other']],
  [/^what came since changes what fits best$/, 'said.fits_better', []],
  [/^meets the rule, not reviewed$/, 'said.meets_rule', []],
];

/** The sentence in the person's language, or as it is where the program did not write it. */
export function said(sentence: string): string {
  for (const [form, word, names] of sentences) {
    const found = form.exec(sentence);
    if (!found) continue;
    return t(word, Object.fromEntries(names.map((name, i) => [name, name === 'count' ? Number(found[i + 1]) : found[i + 1] ?? ''])));
  }
  return sentence;
}
