// The first run: the word from the terminal proves that the first editor sits at this machine.
import { useState } from 'preact/hooks';
import { Button } from '../design/Button';
import { TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { t } from '../words/words';
import { Door } from './Door';
import { setUp } from './session';

const password_characters_min = 10;

export function FirstRun() {
  const [word, setWord] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const differs = again.length > 0 && again !== password;
  const ready = word && name && password.length >= password_characters_min && again === password && !busy;

  const submit = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await setUp(word.trim(), name.trim(), password);
    } catch (reason) {
      setBusy(false);
      setProblem(problemWords(reason));
    }
  };

  return (
    <Door title={t('door.first_run')} intro={t('door.first_run_intro')}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <TextField label={t('door.word')} hint={t('door.word_hint')} value={word} onInput={setWord} autocomplete="one-time-code" dir="ltr" required autofocus />
        <TextField label={t('door.name')} hint={t('door.name_hint')} value={name} onInput={setName} autocomplete="username" dir="ltr" required maxLength={40} />
        <TextField label={t('door.password')} hint={t('door.password_hint', { count: password_characters_min })} type="password" value={password} onInput={setPassword}
          autocomplete="new-password" dir="ltr" required minLength={password_characters_min} />
        <TextField label={t('door.password_again')} type="password" value={again} onInput={setAgain} autocomplete="new-password" dir="ltr" required
          error={differs ? t('door.password_differs') : problem} />
        <Button look="main" type="submit" disabled={!ready}>{t('door.begin')}</Button>
      </form>
    </Door>
  );
}
