// Saved questions: one's own and the desk's, with their columns.
import { useState } from 'preact/hooks';
import { navigate } from '../app/route';
import { call } from '../api/client';
import type { View } from '../api/contract';
import { useResource } from '../api/resource';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Checkbox, TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { session } from '../session/session';
import { t } from '../words/words';

interface ViewsProps {
  page: View['page'];
  query: Record<string, string>;
  columns: readonly string[];
  onColumns?: (columns: readonly string[]) => void;
}

export function Views({ page, query, columns, onColumns }: ViewsProps) {
  const views = useResource('GET /views', {});
  const [saving, setSaving] = useState(false);
  const mine = (views.data?.items ?? []).filter((view) => view.page === page);
  const open = (view: View) => {
    if (view.columns.length > 0) onColumns?.(view.columns);
    navigate(`/${page}?${new URLSearchParams(view.query as Record<string, string>)}`);
  };
  const drop = (view: View) => call('DELETE /views/{id}', { path: { id: view.id } }).then(views.reload).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  return (
    <div class="views" role="group" aria-label={t('views.label')}>
      {mine.map((view) => (
        <span key={view.id} class="view">
          <button type="button" onClick={() => open(view)} title={view.shared ? t('views.of_desk', { who: view.owner }) : t('views.of_mine')} dir="auto">{view.name}</button>
          {view.owner === session.value?.user?.name && <Button look="quiet" icon="close" label={t('views.drop', { name: view.name })} onClick={() => void drop(view)} />}
        </span>
      ))}
      <Button look="quiet" icon="star" onClick={() => setSaving(true)}>{t('views.save')}</Button>
      {saving && <SaveView page={page} query={query} columns={columns} onClose={() => setSaving(false)} onDone={() => { setSaving(false); views.reload(); }} />}
    </div>
  );
}

function SaveView({ page, query, columns, onClose, onDone }: Omit<ViewsProps, 'onColumns'> & { onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    try {
      await call('POST /views', { body: { name: name.trim(), page, query, columns: [...columns], shared } });
      onDone();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={t('views.save')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={!name.trim()} onClick={() => void submit()}>{t('action.save')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <TextField label={t('views.name')} value={name} onInput={setName} maxLength={80} required error={problem} />
        <Checkbox label={t('views.share')} checked={shared} onChange={setShared} />
      </form>
    </Dialog>
  );
}
