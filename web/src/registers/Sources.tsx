// Sources: how far each is trusted, which stand for each other, which are private. Only the source keeper and the editor change them.
import { useState } from 'preact/hooks';
import { call, Refused } from '../api/client';
import { usePages } from '../api/pages';
import { useResource } from '../api/resource';
import type { Letter, Source, SourceGroup } from '../api/contract';
import { BecauseDialog } from '../design/BecauseDialog';
import { Button } from '../design/Button';
import { Select, TextArea, TextField } from '../design/Field';
import { More } from '../design/More';
import { Empty, ProblemNotice, problemWords } from '../design/Notice';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { mayKeepSources } from '../session/session';
import { number, partialDate } from '../words/values';
import { t } from '../words/words';
import { SourceGroups } from './SourceGroups';
import { useTyped } from './useTyped';

export const letters: readonly Letter[] = ['A', 'B', 'C', 'D', 'E', 'F'];

export function Sources() {
  const search = useTyped();
  const [letter, setLetter] = useState('');
  const [editing, setEditing] = useState<Source | null>(null);
  const list = usePages('GET /sources', { query: { ...(search.words ? { words: search.words } : {}), ...(letter ? { reliability: letter } : {}) } });
  const groups = useResource('GET /source-groups', {});
  const groupName = (id: number | null) => groups.data?.items.find((one) => one.id === id)?.name ?? '–';
  return (
    <section aria-label={t('registers.sources')}>
      <p class="intro">{t('sources.intro')}</p>
      <div class="filters">
        <TextField label={t('sources.search')} type="search" value={search.typed} onInput={search.type} />
        <Select label={t('sources.reliability')} value={letter} onChange={setLetter} options={[{ value: '', label: t('filter.any') }, ...letters.map((one) => ({ value: one, label: one }))]} />
        <p class="filters-count" role="status">{t('sources.count', { count: list.total })}</p>
      </div>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {!list.loading && !list.problem && list.items.length === 0 && <Empty title={t('list.none_found')} />}
      {list.items.length > 0 && (
        <table class="table">
          <thead><tr>
            <th scope="col">{t('sources.name')}</th><th scope="col">{t('sources.reliability')}</th><th scope="col">{t('sources.kind')}</th><th scope="col">{t('sources.group')}</th>
            <th scope="col" class="number">{t('sources.reports')}</th><th scope="col">{t('sources.span')}</th><th scope="col">{t('sources.note')}</th>
            {mayKeepSources() && <th scope="col"><span class="unseen">{t('list.actions')}</span></th>}
          </tr></thead>
          <tbody>
            {list.items.map((source) => (
              <tr key={source.id}>
                <th scope="row"><bdi>{source.name || t('report.no_publisher')}</bdi></th>
                <td><span class="admiralty-letter">{source.reliability}</span> <span class="soft">{t(`admiralty_source.${source.reliability}`)}</span></td>
                <td>{source.private ? <Tag tone="doubt">{t('sources.private')}</Tag> : <Tag>{t('sources.public')}</Tag>}</td>
                <td><bdi>{groupName(source.group)}</bdi></td>
                <td class="number">{number(source.reports)}</td>
                <td>{spanWords(source)}</td>
                <td><bdi>{source.note}</bdi></td>
                {mayKeepSources() && <td class="cell-actions"><Button look="quiet" onClick={() => setEditing(source)} label={t('sources.edit', { name: source.name })}>{t('review.edit')}</Button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
      <SourceGroups groups={groups.data?.items ?? []} sources={list.items} onChanged={() => { groups.reload(); list.reload(); }} />
      {editing && <EditSource source={editing} groups={groups.data?.items ?? []} onClose={() => setEditing(null)} onDone={() => { setEditing(null); list.reload(); }} />}
    </section>
  );
}

/** One day where all its reports are of one. */
function spanWords({ first_day: first, last_day: last }: Source): string {
  if (!first) return '–';
  return !last || last === first ? partialDate(first) : `${partialDate(first)} – ${partialDate(last)}`;
}

function EditSource({ source, groups, onClose, onDone }: { source: Source; groups: readonly SourceGroup[]; onClose: () => void; onDone: () => void }) {
  const [letter, setLetter] = useState<Letter>(source.reliability);
  const [group, setGroup] = useState(source.group === null ? '' : String(source.group));
  const [note, setNote] = useState(source.note);
  const save = async (because: string) => {
    try {
      await call('PATCH /sources/{id}', { path: { id: source.id }, body: { reliability: letter, group: group ? Number(group) : null, note, because } });
      onDone();
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  return (
    <BecauseDialog title={source.name} action={t('action.save')} onClose={onClose} onDone={(because) => void save(because)}>
      <Select label={t('sources.reliability')} value={letter} onChange={(value) => setLetter(value as Letter)} options={letters.map((one) => ({ value: one, label: `${one} · ${t(`admiralty_source.${one}`)}` }))} />
      <Select label={t('sources.group')} hint={t('sources.group_hint')} value={group} onChange={setGroup} options={[{ value: '', label: t('sources.no_group') }, ...groups.map((one) => ({ value: String(one.id), label: one.name }))]} />
      <TextArea label={t('sources.note')} value={note} onInput={setNote} rows={2} />
    </BecauseDialog>
  );
}
