import type { FakeSend } from '../../platforms/fake-send.js';
import type { Deed, History, Rows, Said, Script } from '../history/history.js';

/** Writes down what contacts and people do while they do it. */
export class Recorder {
  readonly said: Said[] = [];
  readonly deeds: Deed[] = [];
  readonly scripts = new Map<string, Script>();

  history(sends: readonly FakeSend[], rows: Rows): History {
    return {
      said: this.said,
      deeds: this.deeds,
      scripts: this.scripts,
      rows,
      sends: sends.map(({ at, contactId, metadata, text, delivered }) => ({
        ...{ at, contact: contactId, lineId: metadata, text, delivered },
      })),
    };
  }
}
