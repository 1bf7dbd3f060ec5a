// Two people, one incident: what you asked for beside what it says now. You choose; neither is lost.
import type { Stale } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { moment } from '../words/values';
import { t, tCode } from '../words/words';
import { fieldName, isKnownField, fieldWords, valueWords } from './fieldWords';

export function StaleDialog({ stale, onMine, onTheirs }: { stale: Stale; onMine: () => void; onTheirs: () => void }) {
  const asked = (stale.asked as { set?: Record<string, string> }).set ?? {};
  const fields = Object.keys(asked);
  const who = [...new Set(stale.since.map((one) => one.who))].join(', ');
  return (
    <Dialog title={t('stale.title', { id: stale.current.id })} wide onClose={onTheirs} actions={<>
      <Button onClick={onTheirs}>{t('stale.keep_theirs')}</Button>
      <Button look="main" onClick={onMine}>{t('stale.apply_mine')}</Button>
    </>}>
      <p>{t('stale.what', { who })}</p>
      {fields.length > 0 && (
        <table class="table">
          <thead><tr><th scope="col">{t('list.field')}</th><th scope="col">{t('stale.yours')}</th><th scope="col">{t('stale.now')}</th></tr></thead>
          <tbody>
            {fields.map((name) => {
              const now = stale.current.fields.find((field) => field.field === name);
              return (
                <tr key={name}>
                  <th scope="row">{fieldName(name)}</th>
                  <td><mark class="differs"><bdi>{valueWords(name, asked[name] ?? '')}</bdi></mark></td>
                  <td><bdi>{now ? fieldWords(now, stale.current) : '–'}</bdi></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <h3>{t('stale.since')}</h3>
      <ul class="plain-list">
        {stale.since.map((one) => (
          <li key={one.id}>
            <span class="soft">{moment(one.at)}</span> <strong dir="auto">{one.who}</strong> {tCode('revision', one.action)}
            {one.field && isKnownField(one.field) && <> · {fieldName(one.field)}: <bdi>{valueWords(one.field, one.before ?? '')}</bdi> → <bdi>{valueWords(one.field, one.after ?? '')}</bdi></>}
            {one.because && <span class="soft"> · <bdi>{one.because}</bdi></span>}
          </li>
        ))}
      </ul>
      <p class="soft">{t('stale.nothing_lost')}</p>
    </Dialog>
  );
}
