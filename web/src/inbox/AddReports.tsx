// The ways in: drop files and folders, paste a text, give addresses.
import { useRef, useState } from 'preact/hooks';
import { call } from '../api/client';
import { keepBatch } from '../api/events';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { TextArea, TextField } from '../design/Field';
import { Icon } from '../design/Icon';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { t } from '../words/words';
import { droppedFiles, sendFiles, type NamedFile } from './uploads';

export async function readFiles(files: readonly NamedFile[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const uploads = await sendFiles(files);
    keepBatch(await call('POST /inbox/batches', { body: { uploads } }));
  } catch (reason) {
    tell(problemWords(reason), { tone: 'bad' });
  }
}

export function DropPlace({ onPaste }: { onPaste: () => void }) {
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
    input.value = '';
    void readFiles(chosen);
  };
  return (
    <div class={over ? 'drop drop-over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(readFiles);
      }}>
      <Icon name="upload" />
      <p class="drop-words">{t('inbox.drop')}<span class="soft">{t('inbox.drop_kinds')}</span></p>
      <div class="drop-ways">
        <Button icon="file" onClick={() => files.current?.click()}>{t('inbox.choose_files')}</Button>
        <Button onClick={() => folder.current?.click()}>{t('inbox.choose_folder')}</Button>
        <Button onClick={onPaste} keys="p">{t('inbox.paste')}</Button>
      </div>
      <input ref={files} type="file" multiple hidden data-testid="files" aria-label={t('inbox.choose_files')} onChange={(event) => take(event.currentTarget)} />
      <input ref={folder} type="file" multiple hidden aria-label={t('inbox.choose_folder')} {...{ webkitdirectory: true }} onChange={(event) => take(event.currentTarget)} />
    </div>
  );
}

export function PasteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [publisher, setPublisher] = useState('');
  const [published, setPublished] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const urls = addressesIn(text);
  const submit = async () => {
    try {
      const body = urls
        ? { urls, ...(publisher ? { publisher } : {}) }
        : { texts: [{ text, ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), ...(published ? { published } : {}) }] };
      keepBatch(await call('POST /inbox/batches', { body }));
      onClose();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={t('inbox.paste_title')} wide onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={text.trim() === ''} onClick={() => void submit()} keys="Ctrl+Enter">{urls ? t('inbox.fetch_addresses', { count: urls.length }) : t('inbox.read_in')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void submit(); } }}>
        <TextArea label={t('inbox.paste_text')} hint={t('inbox.paste_hint')} value={text} onInput={setText} rows={10} maxLength={1000000} autofocus />
        <div class="row">
          <TextField label={t('inbox.paste_publisher')} value={publisher} onInput={setPublisher} maxLength={200} />
          {!urls && <TextField label={t('inbox.paste_published')} type="date" value={published} onInput={setPublished} dir="ltr" hint={t('inbox.paste_published_hint')} />}
        </div>
        {!urls && <TextField label={t('inbox.paste_heading')} value={title} onInput={setTitle} maxLength={1000} />}
        {problem && <p class="field-error" role="alert">{problem}</p>}
      </form>
    </Dialog>
  );
}

/** The lines of a text when all of them are web addresses, else null. */
export function addressesIn(text: string): string[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line)) ? lines : null;
}
