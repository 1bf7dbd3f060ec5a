// Why two reports or incidents are, or are not, the same: each reason with its weight, for or against.
import type { Reason } from '../api/contract';
import { number } from '../words/values';
import { codes, label } from '../words/vocabulary';

/** "armed_attack and ambush": kinds are named as they are everywhere else. */
function inWords(text: string): string {
  return text.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (code) => (codes('kinds').some((one) => one.code === code) ? label('kinds', code) : code));
}

export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.map((reason, i) => (
        <li key={i} data-sign={reason.weight >= 0 ? 'for' : 'against'}>
          <span class="reason-weight" dir="ltr">{reason.weight >= 0 ? '+' : '−'}{number(Math.abs(Math.round(reason.weight * 100) / 100))}</span> <span dir="auto">{inWords(reason.words)}</span>
        </li>
      ))}
    </ul>
  );
}
