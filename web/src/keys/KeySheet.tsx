// The sheet of keys on "?": what every key does on this screen.
import { Dialog } from '../design/Dialog';
import { Keys } from '../design/Keys';
import { t } from '../words/words';
import { keymap, type Layer } from './keymap';

/** Layers as they stood when the sheet was opened: the sheet itself lays another one on top. */
export function KeySheet({ layers, onClose }: { layers: readonly Layer[]; onClose: () => void }) {
  return (
    <Dialog title={t('keys.title')} onClose={onClose} wide>
      <div class="key-sheet">
        {[...layers].reverse().map((layer) => (
          <section key={layer.word}>
            <h3>{t(layer.word)}</h3>
            <dl>
              {layer.bindings.map((binding) => (
                <div key={binding.keys}>
                  <dt><Keys of={binding.keys} /></dt>
                  <dd>{t(binding.word)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

export function layersNow(): readonly Layer[] {
  return keymap.layers.value.filter((layer) => layer.bindings.length > 0);
}
