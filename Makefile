# What people run. CI runs the same.

.PHONY: build check clean demo dependencies format fuzz lint release test

BINARY := .build/release/cispol
EXAMPLE := examples/quickstart/plan.json

# Judges the example plan by the newest shipped benchmark; findings are expected.
demo: release
	@$(BINARY) check --input $(EXAMPLE) --benchmark cis-aws-foundations@1.4.0; \
	code=$$?; test $$code -eq 1 || { echo "expected findings, got exit code $$code" >&2; exit 1; }

# Runs every test.
test: dependencies
	swift test

# Builds one static file with the packs inside.
release: dependencies
	scripts/build-release

build: dependencies
	swift build

# Installs the system libraries if they are missing.
dependencies:
	@scripts/install-dependencies

lint:
	scripts/lint

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# Feeds each reader of bytes with made-up inputs: make fuzz SECONDS=120
fuzz: dependencies
	@for name in $$(ls Tests/Fuzz); do scripts/fuzz $$name $(or $(SECONDS),60) || exit 1; done

clean:
	swift package clean
