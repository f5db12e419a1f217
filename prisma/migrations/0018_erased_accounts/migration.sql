-- CreateTable
CREATE TABLE "erased_accounts" (
    "digest" BYTEA NOT NULL,

    CONSTRAINT "erased_accounts_pkey" PRIMARY KEY ("digest")
);
