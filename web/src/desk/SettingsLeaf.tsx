// Settings of the desk: its name, its language, its country, and when a second reader is asked.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { Button } from '../design/Button';
import { Select, TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { mayEdit, settings } from '../session/session';
import { t } from '../words/words';

export function SettingsLeaf() {
  const now = settings.value;
  const [name, setName] = useState(now?.desk_name ?? '');
  const [country, setCountry] = useState(now?.country ?? '');
  const [language, setLanguage] = useState(now?.language ?? 'en');
  const [dead, setDead] = useState(String(now?.second_reader_dead ?? 5));
  const [share, setShare] = useState(String(now?.second_reader_share ?? 10));
  const save = async () => {
    try {
      settings.value = await call('PATCH /settings', { body: { desk_name: name, country: country.toUpperCase(), language, second_reader_dead: Number(dead), second_reader_share: Number(share) } });
      tell(t('desk.saved'));
    } catch (reason) {
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  return (
    <form class="stack form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <TextField label={t('desk.name')} hint={t('desk.name_hint')} value={name} onInput={setName} maxLength={120} />
      <Select label={t('desk.language')} value={language} onChange={(value) => setLanguage(value as 'en' | 'ar')} options={[{ value: 'en', label: 'English' }, { value: 'ar', label: 'العربية' }]} />
      <TextField label={t('desk.country')} hint={t('desk.country_hint')} value={country} onInput={setCountry} dir="ltr" maxLength={2} />
      <TextField label={t('desk.second_dead')} type="number" value={dead} onInput={setDead} dir="ltr" />
      <TextField label={t('desk.second_share')} hint={t('desk.second_share_hint')} type="number" value={share} onInput={setShare} dir="ltr" />
      {mayEdit() ? <p><Button look="main" type="submit">{t('action.save')}</Button></p> : <p class="soft">{t('month.editor_only')}</p>}
    </form>
  );
}
