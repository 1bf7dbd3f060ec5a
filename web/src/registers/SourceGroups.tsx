// Groups of sources that depend on each other: together they count as one voice.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import type { Source, SourceGroup } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Checkbox, TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { mayKeepSources } from '../session/session';
import { t } from '../words/words';

interface SourceGroupsProps {
  groups: readonly SourceGroup[];
  /** Those on screen: the ones that can be chosen. */
  sources: readonly Source[];
  onChanged: () => void;
}

export function SourceGroups({ groups, sources, onChanged }: SourceGroupsProps) {
  const [editing, setEditing] = useState<SourceGroup | 'new' | null>(null);
  const run = (doing: Promise<unknown>) => doing.then(() => { setEditing(null); onChanged(); }).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  const names = (group: SourceGroup) => group.sources.map((id) => sources.find((one) => one.id === id)?.name ?? `#${id}`).join(' · ');
  return (
    <section class="section">
      <h2>{t('groups.title')}</h2>
      <p class="soft">{t('groups.intro')}</p>
      <ul class="plain-list">
        {groups.map((group) => (
          <li key={group.id} class="row">
            <strong dir="auto">{group.name}</strong> <span dir="auto">{names(group)}</span>
            {mayKeepSources() && <>
              <Button look="quiet" onClick={() => setEditing(group)} label={t('sources.edit', { name: group.name })}>{t('review.edit')}</Button>
              <Button look="quiet" icon="close" label={t('groups.drop', { name: group.name })} onClick={() => void run(call('DELETE /source-groups/{id}', { path: { id: group.id } }))} />
            </>}
          </li>
        ))}
      </ul>
      {mayKeepSources() && <Button icon="plus" onClick={() => setEditing('new')}>{t('groups.add')}</Button>}
      {editing && (
        <GroupDialog group={editing === 'new' ? null : editing} sources={sources} onClose={() => setEditing(null)}
          onDone={(body) => void run(editing === 'new' ? call('POST /source-groups', { body }) : call('PUT /source-groups/{id}', { path: { id: editing.id }, body }))} />
      )}
    </section>
  );
}

interface GroupDialogProps {
  group: SourceGroup | null;
  sources: readonly Source[];
  onDone: (body: { name: string; sources: number[] }) => void;
  onClose: () => void;
}

function GroupDialog({ group, sources, onDone, onClose }: GroupDialogProps) {
  const [name, setName] = useState(group?.name ?? '');
  const [chosen, setChosen] = useState<readonly number[]>(group?.sources ?? []);
  return (
    <Dialog title={group?.name ?? t('groups.add')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={!name.trim()} onClick={() => onDone({ name: name.trim(), sources: [...chosen] })}>{t('action.save')}</Button>
    </>}>
      <div class="stack">
        <TextField label={t('groups.name')} value={name} onInput={setName} maxLength={120} required />
        <fieldset class="tick-list">
          <legend>{t('groups.members')}</legend>
          {sources.map((source) => (
            <Checkbox key={source.id} label={source.name} checked={chosen.includes(source.id)} onChange={(on) => setChosen(on ? [...chosen, source.id] : chosen.filter((id) => id !== source.id))} />
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
