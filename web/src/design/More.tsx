// The end of a list that goes on: asks for the next page when it comes into view, and can be pressed.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/words';

export function More({ on, loading, onMore }: { on: boolean; loading: boolean; onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!on || !button.current || typeof IntersectionObserver === 'undefined') return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) onMore();
    }, { rootMargin: '400px' });
    watch.observe(button.current);
    return () => watch.disconnect();
  }, [on, onMore]);
  if (!on) return null;
  return <button ref={button} type="button" class="button button-quiet more" onClick={onMore} disabled={loading}>{t('list.more')}</button>;
}
