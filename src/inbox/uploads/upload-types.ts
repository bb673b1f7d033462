import type { MediaKind } from '../../core/message.js';

/**
 * What agents may send along, and what platforms take it as: the types that every channel with media takes (platforms
 * reference §4.4, §5.2, §6.5, §7.3). None of them can act in a browser.
 */
export const uploadTypes: Readonly<Record<string, MediaKind>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'video/mp4': 'video',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/aac': 'audio',
  'application/pdf': 'file',
};

/** Longest file that we keep, whatever a platform would take, bytes. */
export const longestUpload = 16_000_000;
