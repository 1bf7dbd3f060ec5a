// The map as a picture to hand on: SVG, or PNG drawn from the same SVG at twice the size.
import { render } from 'preact';
import { saveFile } from '../design/saveFile';
import { mapColours } from './colours';
import { SceneSvg } from './SceneSvg';
import type { Box, Scene } from './scene';

const width_px = 1120;
const height_px = 780;
const png_scale = 2;

export interface Picture {
  scene: Scene;
  arabic: boolean;
  title: string;
  notes: readonly string[];
  legend: readonly string[];
  box: Box | null;
}

const note_characters_max = 120;

/** Lines of at most so many characters, cut between words. */
export function wrapped(text: string, characters_max: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters_max) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function svgOf(picture: Picture): string {
  const place = document.createElement('div');
  const { title, legend } = picture;
  const notes = picture.notes.flatMap((note) => wrapped(note, note_characters_max));
  render(<SceneSvg scene={picture.scene} colours={mapColours(document.documentElement)} width={width_px} height={height_px} arabic={picture.arabic} title={title} box={picture.box} caption={{ title, notes, legend }} />, place);
  const svg = place.querySelector('svg');
  const text = svg ? new XMLSerializer().serializeToString(svg) : '';
  render(null, place);
  return text;
}

export function saveSvg(picture: Picture, name: string): void {
  saveFile(new Blob([svgOf(picture)], { type: 'image/svg+xml' }), `${name}.svg`);
}

export async function savePng(picture: Picture, name: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svgOf(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width_px * png_scale;
    canvas.height = height_px * png_scale;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) saveFile(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}
