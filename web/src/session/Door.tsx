// The page before the desk: one column, the language to choose, nothing of the library.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { LanguageSwitch } from '../app/LanguageSwitch';
import { Toast } from '../design/Toast';
import { t } from '../words/words';

export function Door({ title, intro, children }: { title: string; intro?: string; children: ComponentChildren }) {
  useEffect(() => {
    document.title = `${title} · Sitrep`;
  }, [title]);
  return (
    <main class="door">
      <div class="door-box">
        <p class="door-brand"><img src="/icon.svg" alt="" width="28" height="28" /> Sitrep</p>
        <h1>{title}</h1>
        {intro && <p class="door-intro">{intro}</p>}
        {children}
      </div>
      <LanguageSwitch />
      <p class="door-foot">{t('door.foot')}</p>
      <Toast />
    </main>
  );
}
