// What a person chooses for themselves: language, digits, light; and the way out.
import { useState } from 'preact/hooks';
import { Button } from '../design/Button';
import { Select } from '../design/Field';
import { useKeys } from '../keys/keymap';
import { session, signOut } from '../session/session';
import { PasswordDialog } from '../session/PasswordDialog';
import { digits, language, light, type Digits, type Light } from '../words/language';
import { t, tCode } from '../words/words';
import { LanguageSwitch } from './LanguageSwitch';

export function Choices({ onClose }: { onClose: () => void }) {
  const [changing, setChanging] = useState(false);
  useKeys('keys.choices', [{ keys: 'Escape', word: 'keys.close', run: onClose, whileTyping: true }]);
  const user = session.value?.user;
  return (
    <div class="choices" role="group" aria-label={t('nav.account')}>
      {user && <p class="choices-who"><strong dir="ltr">{user.name}</strong> · {tCode('role', user.role)}</p>}
      <LanguageSwitch />
      {language.value === 'ar' && (
        <Select label={t('choices.digits')} value={digits.value} onChange={(value) => (digits.value = value as Digits)}
          options={[{ value: 'latn', label: '0123456789' }, { value: 'arab', label: '٠١٢٣٤٥٦٧٨٩' }]} />
      )}
      <Select label={t('choices.light')} value={light.value} onChange={(value) => (light.value = value as Light)}
        options={[{ value: 'system', label: t('choices.light_system') }, { value: 'light', label: t('choices.light_light') }, { value: 'dark', label: t('choices.light_dark') }]} />
      <Button onClick={() => setChanging(true)}>{t('choices.password')}</Button>
      <Button onClick={() => void signOut()}>{t('choices.sign_out')}</Button>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </div>
  );
}
