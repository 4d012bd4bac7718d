/** What a report may keep. The safe side is the default; credentials are never up for choice. */
export type RedactionPolicy = {
  readonly keepEmails: boolean;
  readonly keepIpAddresses: boolean;
  /** Cookies whose name and value look harmless ("theme=dark"); session cookies never stay. */
  readonly keepHarmlessCookies: boolean;
  /** Fields that a provider document calls personal. */
  readonly keepPersonalFields: boolean;
  readonly maskWalletAddresses: boolean;
  readonly maskOrganizationIds: boolean;
  readonly dropRequestBodies: boolean;
  readonly dropResponseBodies: boolean;
};

export const DEFAULT_POLICY: RedactionPolicy = {
  keepEmails: false,
  keepIpAddresses: false,
  keepHarmlessCookies: false,
  keepPersonalFields: false,
  maskWalletAddresses: false,
  maskOrganizationIds: false,
  dropRequestBodies: false,
  dropResponseBodies: false,
};
