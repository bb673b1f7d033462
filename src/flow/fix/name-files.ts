import type { ReadResult } from '../read-flow-files.js';

/** A flow file that is to be called as the flow in it is. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** Where the flow's name stands. */
  readonly line: number;
}

/** Renamings that are sure, as no other file has the name. */
export function nameFiles({ workspaces, issues }: ReadResult, paths: readonly string[]): readonly Renaming[] {
  const taken = new Set(paths);
  const misnamed = new Map(
    issues.flatMap(({ code, file, line }) => (code === 'file-name' ? [[file, line]] : [])),
  );
  return workspaces.flatMap(({ stepPlaces }) =>
    [...stepPlaces].flatMap(([flow, places]) => {
      const [place] = places.values();
      const line = misnamed.get(place?.file ?? '');
      if (place === undefined || line === undefined) return [];
      const to = `${place.file.slice(0, place.file.lastIndexOf('/') + 1)}${flow}.yaml`;
      if (taken.has(to)) return [];
      taken.add(to);
      return [{ from: place.file, to, line }];
    }),
  );
}
