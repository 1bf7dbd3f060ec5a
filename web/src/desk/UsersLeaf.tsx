// Who sits at the desk, and what each may do.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { useResource } from '../api/resource';
import type { Role, User } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Select, TextField } from '../design/Field';
import { ProblemNotice, problemWords } from '../design/Notice';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { mayEdit } from '../session/session';
import { moment } from '../words/values';
import { t } from '../words/words';

export const roles: readonly Role[] = ['monitor', 'editor', 'source_keeper', 'auditor'];
const password_characters_min = 10;

export function UsersLeaf() {
  const users = useResource('GET /users', {});
  const [adding, setAdding] = useState(false);
  const change = (user: User, body: { role?: Role; disabled?: boolean; unlock?: boolean }) =>
    call('PATCH /users/{name}', { path: { name: user.name }, body }).then(users.reload).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  return (
    <section aria-label={t('desk.users')}>
      {mayEdit() && <div class="filters"><Button icon="plus" onClick={() => setAdding(true)}>{t('users.add')}</Button></div>}
      {users.problem && <ProblemNotice problem={users.problem} onRetry={users.reload} />}
      <table class="table">
        <thead><tr><th scope="col">{t('door.name')}</th><th scope="col">{t('users.role')}</th><th scope="col">{t('users.seen')}</th><th scope="col">{t('users.state')}</th><th scope="col"><span class="unseen">{t('list.actions')}</span></th></tr></thead>
        <tbody>
          {users.data?.items.map((user) => (
            <tr key={user.name}>
              <th scope="row" dir="ltr">{user.name}</th>
              <td>{mayEdit() ? <Select bare label={t('users.role_of', { name: user.name })} value={user.role} onChange={(role) => void change(user, { role: role as Role })} options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))} /> : t(`role.${user.role}`)}</td>
              <td>{moment(user.last_seen_at)}</td>
              <td>{user.disabled ? <Tag tone="bad">{t('users.disabled')}</Tag> : user.locked_until ? <Tag tone="doubt">{t('users.locked', { when: moment(user.locked_until) })}</Tag> : <Tag tone="good">{t('users.active')}</Tag>}</td>
              <td class="cell-actions">
                {mayEdit() && user.locked_until && <Button look="quiet" onClick={() => void change(user, { unlock: true })}>{t('users.unlock')}</Button>}
                {mayEdit() && <Button look="quiet" onClick={() => void change(user, { disabled: !user.disabled })}>{user.disabled ? t('users.enable') : t('users.disable')}</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="role-notes">{roles.map((one) => <div key={one}><dt>{t(`role.${one}`)}</dt><dd>{t(`role_note.${one}`)}</dd></div>)}</dl>
      {adding && <AddUser onClose={() => setAdding(false)} onDone={() => { setAdding(false); users.reload(); }} />}
    </section>
  );
}

function AddUser({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('monitor');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    try {
      await call('POST /users', { body: { name: name.trim(), role, password } });
      onDone();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={t('users.add')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={!name || password.length < password_characters_min} onClick={() => void submit()}>{t('users.add')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <TextField label={t('door.name')} hint={t('door.name_hint')} value={name} onInput={setName} dir="ltr" required maxLength={40} autocomplete="off" />
        <Select label={t('users.role')} value={role} onChange={(value) => setRole(value as Role)} options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))} hint={t(`role_note.${role}`)} />
        <TextField label={t('door.password')} hint={t('door.password_hint', { count: password_characters_min })} type="password" value={password} onInput={setPassword} dir="ltr" required autocomplete="new-password" error={problem} />
      </form>
    </Dialog>
  );
}
