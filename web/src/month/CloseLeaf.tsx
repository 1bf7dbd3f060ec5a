// Closing a month: what has to be done first, each with the way there.
import { useState } from 'preact/hooks';
import { call, Refused } from '../api/client';
import type { Check, Month } from '../api/contract';
import { BecauseDialog } from '../design/BecauseDialog';
import { Button } from '../design/Button';
import { Icon } from '../design/Icon';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { mayEdit } from '../session/session';
import { monthName } from '../words/values';
import { t } from '../words/words';

export function CloseLeaf({ month, onChanged }: { month: Month; onChanged: (month: Month) => void }) {
  const [reopening, setReopening] = useState(false);
  const run = async (doing: Promise<Month>, done: string) => {
    try {
      onChanged(await doing);
      tell(done);
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      if ('checks' in reason.problem && reason.problem.checks) onChanged({ ...month, checks: reason.problem.checks });
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  const path = { month: month.month };
  const name = monthName(month.month);
  return (
    <section class="leaf-page" aria-label={t('month.close_leaf')}>
      <ul class="checks">
        {month.checks.map((check) => <CheckLine key={check.code} check={check} month={month.month} />)}
      </ul>
      {month.state === 'closed' && month.changed_since_closing > 0 && <p class="notice notice-doubt"><Icon name="warning" /> {t('month.changed_since', { count: month.changed_since_closing })}</p>}
      {mayEdit() && month.state === 'open' && (
        <p class="row">
          <Button look="main" disabled={!month.can_close} onClick={() => void run(call('POST /months/{month}/close', { path }), t('month.now_closed', { month: name }))}>{t('month.close', { month: name })}</Button>
          {!month.can_close && <span class="soft">{t('month.cannot_close')}</span>}
        </p>
      )}
      {mayEdit() && month.state === 'closed' && <p><Button onClick={() => setReopening(true)}>{t('month.reopen', { month: name })}</Button></p>}
      {!mayEdit() && <p class="soft">{t('month.editor_only')}</p>}
      {reopening && (
        <BecauseDialog title={t('month.reopen', { month: name })} action={t('month.reopen_do')} onClose={() => setReopening(false)}
          onDone={(because) => { setReopening(false); void run(call('POST /months/{month}/reopen', { path, body: { because } }), t('month.now_open', { month: name })); }} />
      )}
    </section>
  );
}

function CheckLine({ check, month }: { check: Check; month: string }) {
  const way: Record<Check['code'], string> = {
    queue_empty: `/review?month=${month}`,
    conflicts_decided: `/incidents?month=${month}&conflicts=yes`,
    second_readings: '/review?leaf=second',
    proposals_decided: '/review?leaf=pairs',
    not_read: '/inbox?state=not_read',
  };
  const state = check.passed ? 'passed' : check.blocks ? 'failed' : 'noted';
  return (
    <li class="check" data-state={state}>
      <span class="check-mark"><Icon name={check.passed ? 'check' : 'warning'} /></span>
      <div>
        <p class="check-title">{t(`check.${check.code}`)} <span class="unseen">({t(`check.state_${state}`)})</span></p>
        {!check.passed && <p class="soft">{t(`check.${check.code}_left`, { count: check.count })}{check.blocks ? '' : ` · ${t('check.does_not_block')}`}</p>}
        {!check.passed && check.incidents.length > 0 && (
          <p class="check-ids">{check.incidents.slice(0, 12).map((id) => <a key={id} class="id-link" href={`/review?at=${id}`}>{id}</a>)}</p>
        )}
      </div>
      {!check.passed && <a class="button button-plain" href={way[check.code]}>{t('check.go')}</a>}
    </li>
  );
}
