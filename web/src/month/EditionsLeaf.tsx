// What was released: each edition with its files as they went out, and their checksums.
import { useState } from 'preact/hooks';
import { fetchFile } from '../api/client';
import type { Edition, EditionFile } from '../api/contract';
import { Button } from '../design/Button';
import { Icon } from '../design/Icon';
import { Empty, problemWords } from '../design/Notice';
import { saveFile } from '../design/saveFile';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { areaName } from '../words/vocabulary';
import { bytes, moment } from '../words/values';
import { t } from '../words/words';

export function EditionsLeaf({ editions }: { editions: readonly Edition[] }) {
  if (editions.length === 0) return <Empty title={t('editions.none')}><p>{t('editions.none_more')}</p></Empty>;
  return (
    <section class="leaf-page" aria-label={t('month.editions')}>
      <ol class="editions">
        {editions.map((edition) => (
          <li key={edition.id}>
            <p class="edition-head">
              <Tag tone={edition.stage === 'final' ? 'good' : 'doubt'}>{t(`stage.${edition.stage}`)}</Tag>
              <strong>{moment(edition.made_at)}</strong> <span class="soft">{t('editions.by', { who: edition.made_by })} · {edition.area ? areaName(edition.area) : t('filter.all_areas')} · {t('incidents.count', { count: edition.incidents })}</span>
            </p>
            <p class="soft">{t('editions.version')} <code dir="ltr">{edition.data_version}</code></p>
            <table class="table table-narrow">
              <thead><tr><th scope="col">{t('editions.file')}</th><th scope="col" class="number">{t('editions.size')}</th><th scope="col">SHA-256</th></tr></thead>
              <tbody>
                {edition.files.map((file) => (
                  <tr key={file.name}>
                    <td><a href={`/api/v1/editions/${edition.id}/files/${encodeURIComponent(file.name)}`} download={file.name} dir="ltr"><Icon name="download" /> {file.name}</a>{file.type === 'text/html' && <Printed edition={edition} page={file} />}</td>
                    <td class="number">{bytes(file.bytes)}</td>
                    <td class="mono break" dir="ltr">{file.sha256}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A browser of the server's machine prints the released page; without one the server says what to install. */
function Printed({ edition, page }: { edition: Edition; page: EditionFile }) {
  const [busy, setBusy] = useState(false);
  const name = page.name.replace(/\.html$/, '.pdf');
  const save = async () => {
    setBusy(true);
    try {
      const { blob } = await fetchFile('GET /editions/{id}/files/{name}', { path: { id: edition.id, name } });
      saveFile(blob, name);
    } catch (reason) {
      tell(problemWords(reason), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return <Button look="quiet" disabled={busy} label={`${t('editions.printed')}: ${name}`} onClick={() => void save()}>PDF</Button>;
}
