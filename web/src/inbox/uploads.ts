// Files on their way to the server: announced with name and size, sent in parts, so that no request is large and none is lost.
import { signal } from '@preact/signals';
import { call, sendBytes } from '../api/client';
import type { Upload } from '../api/contract';

export interface Sending {
  name: string;
  size: number;
  sent: number;
}

/** What is being sent now; empty when nothing is. */
export const sending = signal<readonly Sending[]>([]);

export interface NamedFile {
  /** With its folders: "monday/page.html". */
  name: string;
  file: File;
}

/** Sends all files, one after the other, and answers their ids for a batch. */
export async function sendFiles(files: readonly NamedFile[]): Promise<string[]> {
  sending.value = files.map((one) => ({ name: one.name, size: one.file.size, sent: 0 }));
  const ids: string[] = [];
  try {
    for (const [i, one] of files.entries()) {
      ids.push(await sendFile(one, (sent) => (sending.value = sending.value.map((state, at) => (at === i ? { ...state, sent } : state)))));
    }
    return ids;
  } finally {
    sending.value = [];
  }
}

async function sendFile({ name, file }: NamedFile, told: (sent: number) => void): Promise<string> {
  let upload: Upload = await call('POST /inbox/uploads', { body: { name, size: file.size } });
  while (upload.received < file.size) {
    const part = file.slice(upload.received, upload.received + upload.part_bytes_max);
    const answer = await sendBytes(`/inbox/uploads/${encodeURIComponent(upload.id)}`, { offset: upload.received }, part);
    upload = (await answer.json()) as Upload;
    told(upload.received);
  }
  return upload.id;
}

/** Everything that was dropped, folders walked through. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return [...data.files].map((file) => ({ name: file.name, file }));
  const found: NamedFile[] = [];
  for (const entry of entries) {
    if (entry) await walk(entry, '', found);
  }
  return found;
}

async function walk(entry: FileSystemEntry, folder: string, found: NamedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    found.push({ name: folder + file.name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A reader hands out a folder in portions and an empty one at the end.
    const portion = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (portion.length === 0) return;
    for (const inner of portion) await walk(inner, `${folder}${entry.name}/`, found);
  }
}
