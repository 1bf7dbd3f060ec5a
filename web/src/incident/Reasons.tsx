// Why two reports or incidents are, or are not, the same: each reason with its weight, for or against.
import type { Reason } from '../api/contract';
import { number } from '../words/values';

export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.map((reason, i) => (
        <li key={i} data-sign={reason.weight >= 0 ? 'for' : 'against'}>
          <span class="reason-weight" dir="ltr">{reason.weight >= 0 ? '+' : '−'}{number(Math.abs(Math.round(reason.weight * 100) / 100))}</span> <span dir="auto">{reason.words}</span>
        </li>
      ))}
    </ul>
  );
}
