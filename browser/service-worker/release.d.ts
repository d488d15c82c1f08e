/** Which release the site is of: release/listing.py puts it in, so that each makes a service worker of its own. */
declare const RELEASE: string;
