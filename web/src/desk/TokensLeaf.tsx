// Tokens for scripts: each with a role and an end. The secret is shown once.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { useResource } from '../api/resource';
import type { Role, Token } from '../api/contract';
import { Button } from '../design/Button';
import { Select, TextField } from '../design/Field';
import { Empty, ProblemNotice, problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { mayEdit } from '../session/session';
import { moment } from '../words/values';
import { t } from '../words/words';
import { roles } from './UsersLeaf';

export function TokensLeaf() {
  const tokens = useResource('GET /tokens', {});
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('auditor');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<Token | null>(null);
  const run = async (doing: Promise<unknown>) => {
    try {
      await doing;
      tokens.reload();
    } catch (reason) {
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  const make = () => run(call('POST /tokens', { body: { name: name.trim(), role, days: Number(days) || 90 } }).then((token) => { setMade(token); setName(''); }));
  return (
    <section aria-label={t('desk.tokens')}>
      <p class="intro">{t('tokens.intro')}</p>
      {mayEdit() && (
        <form class="filters" onSubmit={(event) => { event.preventDefault(); void make(); }}>
          <TextField label={t('tokens.name')} value={name} onInput={setName} maxLength={80} required />
          <Select label={t('users.role')} value={role} onChange={(value) => setRole(value as Role)} options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))} />
          <TextField label={t('tokens.days')} type="number" value={days} onInput={setDays} dir="ltr" />
          <Button type="submit" icon="plus" disabled={!name.trim()}>{t('tokens.make')}</Button>
        </form>
      )}
      {made?.secret && <div class="notice notice-good" role="status"><div><p>{t('tokens.once')}</p><code class="secret" dir="ltr" tabIndex={0}>{made.secret}</code></div></div>}
      {tokens.problem && <ProblemNotice problem={tokens.problem} onRetry={tokens.reload} />}
      {tokens.data?.items.length === 0 && <Empty title={t('tokens.none')} />}
      {tokens.data && tokens.data.items.length > 0 && (
        <table class="table">
          <thead><tr><th scope="col">{t('tokens.name')}</th><th scope="col">{t('users.role')}</th><th scope="col">{t('tokens.by')}</th><th scope="col">{t('tokens.ends')}</th><th scope="col">{t('tokens.used')}</th><th scope="col"><span class="unseen">{t('list.actions')}</span></th></tr></thead>
          <tbody>
            {tokens.data.items.map((token) => (
              <tr key={token.id}>
                <th scope="row"><bdi>{token.name}</bdi></th><td>{t(`role.${token.role}`)}</td><td dir="ltr">{token.created_by}</td><td>{moment(token.expires_at)}</td><td>{moment(token.last_used_at)}</td>
                <td class="cell-actions">{mayEdit() && <Button look="quiet" onClick={() => void run(call('DELETE /tokens/{id}', { path: { id: token.id } }))}>{t('tokens.end')}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
