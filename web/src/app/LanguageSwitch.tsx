// English or Arabic, each named in itself.
import { language } from '../words/language';

export function LanguageSwitch() {
  return (
    <div class="language-switch" role="group" aria-label="Language · اللغة">
      <button type="button" lang="en" aria-pressed={language.value === 'en'} onClick={() => (language.value = 'en')}>English</button>
      <button type="button" lang="ar" aria-pressed={language.value === 'ar'} onClick={() => (language.value = 'ar')}>العربية</button>
    </div>
  );
}
