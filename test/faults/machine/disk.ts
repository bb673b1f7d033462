import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { command } from './command.js';

/** A file system of its own in a folder, which may be filled up, or lose its power. */
export interface Disk {
  /** Where it is mounted. */
  readonly path: string;
  /** Takes it away. */
  remove(): Promise<void>;
}

/** So large that a database and its logs fit in, bytes. */
const size = 96 * 1024 * 1024;

/** In memory. Rejects where the machine does not let us mount. */
export async function mountMemory(): Promise<Disk> {
  const path = await mkdtemp(join(tmpdir(), 'heyword-memory-'));
  await command('mount', '-t', 'tmpfs', '-o', `size=${String(size)}`, 'tmpfs', path);
  return {
    path,
    remove: async () => {
      await command('umount', '--lazy', path);
      await rm(path, { recursive: true });
    },
  };
}

/**
 * An ext4 in a file. The file holds what the file system has handed to its disk and nothing else: a copy of it is what is
 * left after a power cut.
 */
export class LoopDisk implements Disk {
  readonly path: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.path = join(folder, 'mounted');
  }

  /** Rejects where the machine does not let us mount. */
  static async mount(): Promise<LoopDisk> {
    const disk = new LoopDisk(await mkdtemp(join(tmpdir(), 'heyword-disk-')));
    try {
      await mkdir(disk.path);
      await command('truncate', '-s', String(size), disk.#image);
      await command('mkfs.ext4', '-q', '-F', disk.#image);
      await disk.#mount();
      return disk;
    } catch (error) {
      await rm(disk.#folder, { recursive: true, force: true });
      throw error;
    }
  }

  get #image(): string {
    return join(this.#folder, 'image');
  }

  /** Keeps what a power cut would leave now. Whoever writes to the disk must stand still meanwhile. */
  keepWhatIsOnIt(): Promise<unknown> {
    return command('cp', '--sparse=always', this.#image, `${this.#image}-kept`);
  }

  /** Has the power come back: everything that was not on the disk then is gone. Nobody may have a file open. */
  async returnToKept(): Promise<void> {
    await command('umount', this.path);
    await rename(`${this.#image}-kept`, this.#image);
    await this.#mount();
  }

  /** Has it write down all that it was given. */
  flush(): Promise<unknown> {
    return command('sync', '--file-system', this.path);
  }

  /** Has the file system find a fault in itself, at which it lets nobody write any more, whoever has files open. */
  async breakDown(): Promise<void> {
    const device = basename((await command('findmnt', '-n', '-o', 'SOURCE', this.path)).trim());
    await writeFile(`/sys/fs/ext4/${device}/trigger_fs_error`, '1');
  }

  /** Mends it and mounts it again. Nobody may have a file open. */
  async mend(): Promise<void> {
    await command('umount', this.path);
    // It ends with 1 where there was something to mend.
    await command('sh', '-c', `e2fsck -fy "$0" || test $? -eq 1`, this.#image);
    await this.#mount();
  }

  /** Lets nobody write to a folder of it, or lets them again. Nobody may have a file open that they may write to. */
  async setReadOnly(folder: string, isReadOnly: boolean): Promise<void> {
    if (isReadOnly) {
      await command('mount', '--bind', folder, folder);
      await command('mount', '-o', 'remount,bind,ro', folder);
    } else {
      await command('umount', folder);
    }
  }

  async remove(): Promise<void> {
    await command('umount', '--lazy', this.path);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #mount(): Promise<string> {
    return command('mount', '-o', 'loop,errors=remount-ro', this.#image, this.path);
  }
}

/** Why nothing can be mounted; null: it can. */
export async function whyNot(mount: () => Promise<Disk>): Promise<string | null> {
  try {
    await (await mount()).remove();
    return null;
  } catch {
    return 'no file system can be mounted (that needs root, and loop devices)';
  }
}
