/** Paired tablets, and the tokens by which they are known. Codes and tokens are kept as HMAC only. */

/** A tablet that may be paired until `pairingUntil`. */
export interface NewDevice {
  readonly id: string;
  readonly wave: string;
  readonly label: string;
  readonly purpose: "interviewer" | "kiosk";
  /** Two-digit code; null for the whole country. */
  readonly municipality: string | null;
  readonly orderedBy: string;
  /** HMAC of the pairing code. */
  readonly pairing: string;
  readonly pairingUntil: Date;
}

export interface DeviceRecord extends Omit<NewDevice, "pairing"> {
  readonly pairedAt: Date | null;
  /** Hour precision; null when it was never heard of after pairing. */
  readonly lastSeen: Date | null;
  readonly revokedAt: Date | null;
  /** JSON of the last report, as the contract has it. */
  readonly report: string | null;
}

/** How a tablet stands, and what has become of its cases. */
export interface DeviceNews {
  readonly id: string;
  readonly lastSeen: Date;
  readonly report: string;
  readonly dispositions: readonly { readonly case: string; readonly disposition: string }[];
}

export interface Devices {
  orderDevice(device: NewDevice): Promise<void>;
  /** Turns the pairing code into a token: of two at once exactly one succeeds. Undefined if it was used, is too old or never was. */
  pairDevice(claim: { pairing: string; token: string; now: Date }): Promise<DeviceRecord | undefined>;
  /** Whoever holds this token, revoked ones included. */
  findDeviceByToken(token: string): Promise<DeviceRecord | undefined>;
  findDevice(id: string): Promise<DeviceRecord | undefined>;
  listDevices(): Promise<readonly DeviceRecord[]>;
  /** Keeps the report, and each disposition of a case that is this tablet's or its municipality's. */
  reportDevice(news: DeviceNews): Promise<void>;
  /** null takes a revocation back. An open pairing code dies with a revocation. */
  setRevoked(id: string, revokedAt: Date | null): Promise<void>;
}
