// Actors: groups and forces, never private persons. The built-in register and what the desk adds to it.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { usePages } from '../api/pages';
import type { Actor, Operations } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Select, TextArea, TextField } from '../design/Field';
import { More } from '../design/More';
import { Empty, ProblemNotice, problemWords } from '../design/Notice';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { mayReview } from '../session/session';
import { number } from '../words/values';
import { t, tCode } from '../words/words';
import { useTyped } from './useTyped';

type Body = Operations['POST /actors']['body'];
const sides: readonly NonNullable<Body['side']>[] = ['insurgent', 'state_force', 'foreign_force', 'militia', 'official', 'civilians', 'other'];
const names_shown_max = 4;

export function Actors() {
  const search = useTyped();
  const [from, setFrom] = useState('');
  const [adding, setAdding] = useState<Actor | 'new' | null>(null);
  const list = usePages('GET /actors', { query: { ...(search.words ? { words: search.words } : {}), ...(from === 'desk' || from === 'register' ? { from } : {}) } });
  const drop = (actor: Actor) => call('DELETE /actors/{name}', { path: { name: actor.name } }).then(list.reload).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  return (
    <section aria-label={t('registers.actors')}>
      <p class="intro">{t('actors.intro')}</p>
      <div class="filters">
        <TextField label={t('actors.search')} type="search" value={search.typed} onInput={search.type} />
        <Select label={t('actors.from')} value={from} onChange={setFrom} options={[{ value: '', label: t('filter.any') }, { value: 'register', label: t('actors.from_register') }, { value: 'desk', label: t('actors.from_desk') }]} />
        {mayReview() && <Button icon="plus" onClick={() => setAdding('new')}>{t('actors.add')}</Button>}
        <p class="filters-count" role="status">{t('actors.count', { count: list.total })}</p>
      </div>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {!list.loading && !list.problem && list.items.length === 0 && <Empty title={t('list.none_found')} />}
      {list.items.length > 0 && (
        <table class="table">
          <thead><tr>
            <th scope="col">{t('actors.name')}</th><th scope="col">{t('actors.parent')}</th><th scope="col">{t('actors.side')}</th><th scope="col">{t('actors.names')}</th>
            <th scope="col" class="number">{t('actors.incidents')}</th><th scope="col"><span class="unseen">{t('list.actions')}</span></th>
          </tr></thead>
          <tbody>
            {list.items.map((actor) => (
              <tr key={`${actor.from} ${actor.name}`}>
                <th scope="row"><bdi>{actor.name}</bdi> {actor.name_ar && <span class="soft" lang="ar" dir="rtl">{actor.name_ar}</span>} {actor.from === 'desk' && <Tag tone="info">{t('actors.from_desk')}</Tag>}</th>
                <td><bdi>{actor.parent ?? '–'}</bdi></td>
                <td>{tCode('side', actor.side)}</td>
                <td class="soft"><bdi>{[...actor.names_en.slice(0, names_shown_max), ...actor.names_ar.slice(0, names_shown_max)].join(' · ')}</bdi></td>
                <td class="number">{actor.incidents > 0 ? <a href={`/incidents?actor=${encodeURIComponent(actor.name)}`}>{number(actor.incidents)}</a> : '–'}</td>
                <td class="cell-actions">
                  {mayReview() && <Button look="quiet" onClick={() => setAdding(actor)}>{t('actors.add_name')}</Button>}
                  {mayReview() && actor.from === 'desk' && <Button look="quiet" icon="close" label={t('actors.drop', { name: actor.name })} onClick={() => void drop(actor)} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
      {adding && <ActorDialog actor={adding === 'new' ? null : adding} onClose={() => setAdding(null)} onDone={() => { setAdding(null); list.reload(); }} />}
    </section>
  );
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

function ActorDialog({ actor, onClose, onDone }: { actor: Actor | null; onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState(actor?.name ?? '');
  const [parent, setParent] = useState(actor?.parent ?? '');
  const [side, setSide] = useState<string>(actor?.side ?? 'insurgent');
  const [english, setEnglish] = useState('');
  const [arabic, setArabic] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    try {
      await call('POST /actors', { body: { name: name.trim(), ...(parent ? { parent } : {}), ...(actor ? {} : { side: side as NonNullable<Body['side']> }), names_en: lines(english), names_ar: lines(arabic) } });
      onDone();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={actor ? t('actors.names_of', { name: actor.name }) : t('actors.add')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={name.trim().length < 2} onClick={() => void submit()}>{t('action.save')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <p class="notice notice-doubt">{t('actors.no_persons')}</p>
        {!actor && <>
          <TextField label={t('actors.name')} value={name} onInput={setName} required maxLength={120} />
          <TextField label={t('actors.parent')} value={parent} onInput={setParent} maxLength={120} />
          <Select label={t('actors.side')} value={side} onChange={setSide} options={sides.map((one) => ({ value: one, label: t(`side.${one}`) }))} />
        </>}
        <TextArea label={t('actors.names_en')} hint={t('actors.one_a_line')} value={english} onInput={setEnglish} rows={3} />
        <TextArea label={t('actors.names_ar')} value={arabic} onInput={setArabic} rows={3} />
        {problem && <p class="field-error" role="alert">{problem}</p>}
      </form>
    </Dialog>
  );
}
