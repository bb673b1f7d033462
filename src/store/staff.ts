/** Someone who works here, with what only the store and who signs them in may see. */
export interface StaffUser {
  readonly id: string;
  readonly name: string;
  /** In small letters; nobody else's. */
  readonly email: string;
  readonly role: string;
  /** Null: all of them. */
  readonly workspaces: readonly string[] | null;
  /** `workspace/team`. */
  readonly teams: readonly string[];
  /** How many open chats are assigned to them at the most. */
  readonly capacity: number;
  /** As argon2 writes it, with its parameters. */
  readonly passwordHash: string;
  /** The secret of the authenticator, sealed where there is a key for that; null: there is none. */
  readonly secondFactor: string | null;
  /** One that is being set up, and has not been tried yet. */
  readonly nextSecondFactor: string | null;
  /** Of the last code that let them in; null: none did yet. */
  readonly lastCodeStep: number | null;
  /** Hashes of those that have not been used. */
  readonly recoveryCodes: readonly string[] | null;
  readonly availability: 'available' | 'away';
  readonly language: 'en' | 'de' | null;
  /** IANA name; null: the browser's. */
  readonly timeZone: string | null;
  readonly isDisabled: boolean;
  readonly createdAt: number;
  /** When one of their pages last said that it is open; null: none ever did. */
  readonly lastSeenAt: number | null;
}

/** What may be changed of a user; what is left out stays. */
export type UserChange = Partial<Omit<StaffUser, 'id' | 'email' | 'createdAt' | 'lastSeenAt'>>;

/** Where a browser is signed in. Only the browser knows the secret. */
export interface StaffSession {
  readonly id: string;
  readonly secretHash: string;
  readonly userId: string;
  readonly standing: 'signed_in' | 'code_needed' | 'second_factor_needed';
  readonly userAgent: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

/** A link that lets somebody in once: the first owner, whoever was invited, whoever has forgotten their password. */
export interface StaffInvitation {
  readonly id: string;
  readonly tokenHash: string;
  readonly kind: 'owner' | 'invitation' | 'reset';
  readonly email: string | null;
  readonly name: string | null;
  readonly role: string;
  readonly workspaces: readonly string[] | null;
  readonly teams: readonly string[];
  readonly capacity: number;
  /** Of a reset: whose. */
  readonly userId: string | null;
  readonly invitedBy: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Who comes in by an invitation: a new user, or one whose password and second factor begin anew. */
export type Arriving =
  | { readonly kind: 'new'; readonly user: StaffUser }
  | { readonly kind: 'known'; readonly userId: string; readonly change: UserChange };

/** An answer that someone keeps to give it again. */
export interface SavedReply {
  readonly id: string;
  readonly ownerId: string;
  /** Null: for all of them. */
  readonly workspace: string | null;
  /** Once for each owner and workspace. */
  readonly shortcut: string;
  readonly text: string;
  readonly isShared: boolean;
  readonly updatedAt: number;
}

/** A view of the queue under a name. */
export interface SavedView {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly view: string;
  readonly sort: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly updatedAt: number;
}

/** The owner without whom nobody could manage anybody. */
export const ownerRole = 'owner';

/** Everything durable about those who work here. Each method that writes is one transaction, as everywhere in the store. */
export interface Staff {
  /** Nobody has come in yet, not even somebody who is gone again. */
  hasUsers(): Promise<boolean>;
  findUser(id: string): Promise<StaffUser | null>;
  findUserByEmail(email: string): Promise<StaffUser | null>;
  /** By name. */
  listUsers(): Promise<readonly StaffUser[]>;
  /**
   * Changes a user. Whoever is disabled loses their sessions and their resets. `last_owner`: nobody would be left who may
   * do everything, and nothing was changed.
   */
  changeUser(id: string, change: UserChange): Promise<'changed' | 'unknown' | 'last_owner'>;
  /** Says that one of their pages is open. */
  sawUser(id: string, now: number): Promise<void>;
  /** Uses up a code, and those before it. False: it was used already. */
  spendCodeStep(userId: string, step: number): Promise<boolean>;
  /** Uses up a recovery code. False: there is none of this hash. */
  spendRecoveryCode(userId: string, hash: string): Promise<boolean>;

  /** Begins a session in the place of another (by its id), or of none; `endsOthers`: of all that its user has. */
  beginSession(
    session: StaffSession,
    inPlaceOf: string | null,
    options?: { readonly endsOthers: boolean },
  ): Promise<void>;
  /** Whether it is still good is for whoever asks to tell. */
  findSession(
    secretHash: string,
  ): Promise<{ readonly session: StaffSession; readonly user: StaffUser } | null>;
  /** The latest first. */
  listSessions(userId: string): Promise<readonly StaffSession[]>;
  sawSession(id: string, now: number): Promise<void>;
  /** False: the user has no such session. */
  endSession(userId: string, id: string): Promise<boolean>;
  endSessions(userId: string): Promise<void>;

  /** In the place of what was given out before to the same end: to the first owner, to an address, to a user. */
  addInvitation(invitation: StaffInvitation): Promise<void>;
  findInvitation(tokenHash: string): Promise<StaffInvitation | null>;
  /** Invitations of people that can still be accepted, the latest first. */
  listInvitations(now: number): Promise<readonly StaffInvitation[]>;
  /** False: there is none of this id. */
  withdrawInvitation(id: string): Promise<boolean>;
  /**
   * Lets somebody in by an invitation, which is used up, and begins their session; whoever was known has no other one then.
   * `gone`: it was used or withdrawn, is over, somebody became the owner before, or its user is disabled. `email_taken`:
   * somebody else has the address. Nothing was written then.
   */
  acceptInvitation(
    tokenHash: string,
    arriving: Arriving,
    session: StaffSession,
  ): Promise<'accepted' | 'gone' | 'email_taken'>;

  /** One's own and those that are shared, by shortcut. */
  listSavedReplies(ownerId: string): Promise<readonly SavedReply[]>;
  findSavedReply(id: string): Promise<SavedReply | null>;
  /** Adds it, or changes the one of its id. `taken`: its owner has another one of this shortcut there. */
  saveReply(reply: SavedReply): Promise<'saved' | 'taken'>;
  deleteReply(id: string): Promise<void>;
  /** One's own and those that are shared, by name. */
  listSavedViews(ownerId: string): Promise<readonly SavedView[]>;
  findSavedView(id: string): Promise<SavedView | null>;
  saveView(view: SavedView): Promise<void>;
  deleteView(id: string): Promise<void>;

  /** Removes sessions and invitations that are over. */
  pruneStaff(now: number): Promise<void>;
}
