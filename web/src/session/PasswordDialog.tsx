// One's own password: the old one, the new one.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { t } from '../words/words';

const password_characters_min = 10;

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    try {
      await call('PUT /session/password', { body: { old, new: fresh } });
      tell(t('door.password_changed'));
      onClose();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={t('choices.password')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={!old || fresh.length < password_characters_min} onClick={() => void submit()}>{t('action.save')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <TextField label={t('door.password_old')} type="password" value={old} onInput={setOld} autocomplete="current-password" dir="ltr" required />
        <TextField label={t('door.password_new')} hint={t('door.password_hint', { count: password_characters_min })} type="password" value={fresh} onInput={setFresh}
          autocomplete="new-password" dir="ltr" required error={problem} />
      </form>
    </Dialog>
  );
}
