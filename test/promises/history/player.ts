import type { Stage } from '../../engine/stage/stage.js';
import type { ContactRecord, Served } from '../checker/record.js';
import { Cast } from './cast.js';
import { day } from './durations.js';
import { brokenFiles, filesOf, tagOfVersion, type Version } from './flows.js';
import { contacts, type History, type Operation, type Pace } from './operations.js';
import { People } from './people.js';
import { Webhooks } from './webhooks.js';

/** How often the answers of a history are gone through: more than any of them has sends. */
const longest = 500;

/** Lets one history happen on a stage, and writes down what can be seen of it from outside. */
export class Player {
  readonly #stage: Stage;
  readonly #history: History;
  readonly #cast: Cast;
  readonly #webhooks: Webhooks;
  readonly #people: People;
  readonly #served: Served[] = [];

  /** `name` makes the contacts of this history nobody else's. */
  constructor(stage: Stage, history: History, name: string) {
    this.#stage = stage;
    this.#history = history;
    this.#cast = new Cast(name);
    this.#webhooks = new Webhooks(stage, this.#cast);
    this.#people = new People(stage, this.#cast);
  }

  /** Plays it to its end: until nothing is left to be done, however long that takes. */
  async play(): Promise<void> {
    await this.#begin();
    for (const operation of this.#history.operations) {
      await this.#do(operation);
      this.#webhooks.releaseDue();
      await this.#keepPace(operation.pace);
    }
    await this.#comeToRest();
  }

  /** Delivers all that was ever delivered once more. */
  async playAgain(): Promise<void> {
    this.#webhooks.deliverAllAgain();
    await this.#stage.time.pass(day);
  }

  records(): Promise<readonly ContactRecord[]> {
    return Promise.all(Array.from({ length: contacts }, (_, contact) => this.#record(contact)));
  }

  async #record(contact: number): Promise<ContactRecord> {
    const { store, platform } = this.#stage;
    const { contactId, channel } = this.#cast.identity(contact);
    const view = await store.readContact(this.#cast.address(contact).join('/'));
    return {
      channel,
      fed: this.#webhooks.fedOf(contact),
      deeds: this.#people.deedsOf(contact),
      sends: platform.sendsTo(contactId),
      served: this.#served,
      kept: view === null ? null : await store.exportContact(view.id),
    };
  }

  async #begin(): Promise<void> {
    const { platform, files } = this.#stage;
    platform.forget();
    platform.script = Array.from({ length: longest }, () => this.#history.answers).flat();
    platform.profiles = this.#history.profile;
    if (files === filesOf(1)) this.#noteServed(1);
    else await this.#reload(1);
  }

  async #do(operation: Operation): Promise<void> {
    switch (operation.kind) {
      case 'delivers':
        this.#webhooks.deliver(operation);
        return;
      case 'repeats':
        this.#webhooks.repeat(operation.which);
        return;
      case 'person':
        await this.#people.act(operation.contact, operation.deed);
        return;
      case 'waits':
        await this.#stage.time.pass(operation.duration);
        return;
      case 'reloads':
        await this.#reload(operation.to);
        return;
      case 'restarts':
        await this.#restart(operation.how, operation.downtime);
        return;
    }
  }

  async #keepPace(pace: Pace): Promise<void> {
    switch (pace) {
      case 'settled':
        return this.#stage.time.settle();
      case 'a turn later':
        return this.#stage.time.turn();
      case 'at the same time':
        return;
    }
  }

  async #reload(to: Version | 'broken'): Promise<void> {
    const before = this.#stage.files;
    this.#stage.files = to === 'broken' ? brokenFiles : filesOf(to);
    if (to !== 'broken') this.#noteServed(to);
    await this.#stage.reload();
    // A server that starts refuses a broken set; somebody mends it before that.
    if (to === 'broken') this.#stage.files = before;
  }

  #noteServed(version: Version): void {
    this.#served.push({ tag: tagOfVersion(version), from: this.#stage.time.mark() });
  }

  async #restart(how: 'stop' | 'kill', downtime: number): Promise<void> {
    if (how === 'kill') await this.#stage.kill();
    else await this.#stage.stop();
    await this.#stage.time.pass(downtime);
    await this.#stage.start();
    this.#webhooks.deliverUnacknowledged();
    this.#people.askUnansweredAgain();
  }

  /** The platform is well again, a new process has a good token where one was refused, and all the time passes. */
  async #comeToRest(): Promise<void> {
    const { platform, time, engine } = this.#stage;
    this.#webhooks.releaseAll();
    await time.settle();
    platform.script = [];
    const { stoppedAccounts } = await engine.readiness();
    if (stoppedAccounts.length > 0) await this.#restart('stop', 0);
    await time.pass(3 * day);
  }
}
