// The door: name and password. What the server says about wrong tries and waiting is shown as it says it.
import { useState } from 'preact/hooks';
import { Refused } from '../api/client';
import { Button } from '../design/Button';
import { TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { t } from '../words/words';
import { Door } from './Door';
import { signIn } from './session';

export function SignIn() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(name.trim(), password);
    } catch (reason) {
      setBusy(false);
      setProblem(signInProblem(reason));
    }
  };

  return (
    <Door title={t('door.sign_in')}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <TextField label={t('door.name')} value={name} onInput={setName} autocomplete="username" dir="ltr" required autofocus />
        <TextField label={t('door.password')} type="password" value={password} onInput={setPassword} autocomplete="current-password" dir="ltr" required error={problem} />
        <Button look="main" type="submit" disabled={busy || !name || !password}>{t('door.sign_in')}</Button>
      </form>
    </Door>
  );
}

function signInProblem(reason: unknown): string {
  if (reason instanceof Refused && reason.status === 429 && 'retry_after_seconds' in reason.problem && reason.problem.retry_after_seconds) {
    return t('door.too_many', { count: reason.problem.retry_after_seconds });
  }
  if (reason instanceof Refused && reason.status === 401) return t('door.wrong');
  return problemWords(reason);
}
